import { isContextInvalidated } from "../../utils/extension/extension-context.ts";
import type { VisitController } from "../../utils/extension/panel-script.ts";
import {
  handleMessages,
  sendToBackground,
  type MomentToOpen,
  type PageAnswer,
} from "../../utils/extension/messages.ts";
import { readPageFacts } from "../../utils/sites/read-page-facts.ts";
import { watchNavigation } from "../../utils/sites/watch-navigation.ts";
import { loadPanel } from "./load-panel.ts";

/** How often a page is looked at again after that failed, and how long is waited, in milliseconds. */
const MAX_RETRIES = 5;
const RETRY_DELAY_MS = 3000;

const UNKNOWN_PAGE: Pick<PageAnswer, "key" | "match"> = { key: null, match: { kind: "none" } };

/**
 * Follows what the page is for, tells the background, and has the panel opened where there is a transcript. What is
 * here runs on every page of our hosts; all that an episode needs comes with the panel's script.
 */
export function watchPage(): void {
  let known = UNKNOWN_PAGE;
  /** Where the page was when that was found out. */
  let address = "";
  /** What the page said of itself when it was last asked. */
  let said = "";
  /** A moment to show as soon as its panel is there. */
  let waiting: MomentToOpen | null = null;
  let visits: VisitController | null = null;

  const look = async () => {
    const facts = readPageFacts(document);
    const now = JSON.stringify(facts);
    if (now === said) return;
    said = now;
    const isEpisode = known.match.kind === "episode";
    // A page that is known does not become another one because its title changes.
    if (isEpisode && address === facts.url) return;
    const { key, site, match, moment } = await sendToBackground("background.reportPage", { facts });
    waiting = moment ?? waiting;
    if (match.kind === "episode") ({ visits } = await loadPanel());
    // What is awaited may come back when the page is another one; then that was asked about, too.
    if (said !== now) return;
    address = facts.url;
    if (isEpisode && key === known.key) return;
    known = { key, match };
    visits?.enterPage({ key, site, match, moment: waiting });
    if (match.kind === "episode") waiting = null;
  };
  let looking: Promise<unknown> = Promise.resolve();
  let tries = 0;
  const lookSafely = () => {
    const before = looking;
    looking = look().then(
      () => before,
      (error: unknown) => {
        // After an update of the extension nobody answers any more; the panel says so itself, while its page is there.
        if (isContextInvalidated()) {
          if (address !== location.href) visits?.leavePage();
          return;
        }
        console.warn("Earmark could not read this page:", error);
        said = "";
        if (++tries <= MAX_RETRIES) setTimeout(lookSafely, RETRY_DELAY_MS);
      },
    );
  };

  handleMessages<"page">({
    async "page.getMatch"() {
      await looking;
      return known.match;
    },
    "page.refresh"() {
      known = UNKNOWN_PAGE;
      said = "";
      lookSafely();
      return null;
    },
    "page.showMoment": ({ moment }) => visits?.showMoment(moment) ?? false,
    "page.runCommand"({ command }) {
      visits?.runCommand(command);
      return null;
    },
    "page.reportPlayer": ({ key, state }) => visits?.reportPlayer(key, state) ?? false,
  });
  // A page that comes back as it was has lost its icon.
  const onShow = ({ persisted }: PageTransitionEvent) =>
    persisted &&
    void sendToBackground("background.reportPage", { facts: readPageFacts(document) }).catch(() => null);
  window.addEventListener("pageshow", onShow);
  watchNavigation(window, lookSafely);
  lookSafely();
}
