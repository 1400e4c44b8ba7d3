import { isGone } from "../../utils/extension/gone.ts";
import type { Visits } from "../../utils/extension/panel-door.ts";
import { answer, ask, type MomentToOpen, type PageAnswer } from "../../utils/messages.ts";
import { readFacts } from "../../utils/sites/facts.ts";
import { watchAddress } from "../../utils/sites/navigation.ts";
import { loadPanel } from "./load-panel.ts";

/** How often a page is looked at again after that failed, and how long is waited, in milliseconds. */
const TRIES = 5;
const RETRY_MS = 3000;

const UNKNOWN: Pick<PageAnswer, "key" | "match"> = { key: null, match: { kind: "none" } };

/**
 * Follows what the page is for, tells the background, and has the panel opened where there is a transcript. What is
 * here runs on every page of our hosts; all that an episode needs comes with the panel's script.
 */
export function watchPage(): void {
  let known = UNKNOWN;
  /** Where the page was when that was found out. */
  let address = "";
  /** What the page said of itself when it was last asked. */
  let said = "";
  /** A moment to show as soon as its panel is there. */
  let waiting: MomentToOpen | null = null;
  let visits: Visits | null = null;

  const look = async () => {
    const facts = readFacts(document);
    const now = JSON.stringify(facts);
    if (now === said) return;
    said = now;
    const isEpisode = known.match.kind === "episode";
    // A page that is known does not become another one because its title changes.
    if (isEpisode && address === facts.address) return;
    const { key, match, moment } = await ask("background.page", { facts });
    waiting = moment ?? waiting;
    if (match.kind === "episode") ({ visits } = await loadPanel());
    // What is awaited may come back when the page is another one; then that was asked about, too.
    if (said !== now) return;
    address = facts.address;
    if (isEpisode && key === known.key) return;
    known = { key, match };
    visits?.arrive({ key, match, moment: waiting });
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
        if (isGone()) {
          if (address !== location.href) visits?.leave();
          return;
        }
        console.warn("Earmark could not read this page:", error);
        said = "";
        if (++tries <= TRIES) setTimeout(lookSafely, RETRY_MS);
      },
    );
  };

  answer<"page">({
    async "page.match"() {
      await looking;
      return known.match;
    },
    "page.look"() {
      known = UNKNOWN;
      said = "";
      lookSafely();
      return null;
    },
    "page.show": ({ moment }) => visits?.show(moment) ?? false,
    "page.command"({ command }) {
      visits?.command(command);
      return null;
    },
    "page.frame": ({ key, state }) => visits?.frame(key, state) ?? false,
  });
  // A page that comes back as it was has lost its icon.
  const onShow = ({ persisted }: PageTransitionEvent) =>
    persisted && void ask("background.page", { facts: readFacts(document) }).catch(() => null);
  window.addEventListener("pageshow", onShow);
  watchAddress(window, lookSafely);
  lookSafely();
}
