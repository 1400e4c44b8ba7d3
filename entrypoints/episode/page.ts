import { isGone } from "../../utils/extension/gone.ts";
import type { PanelDoor } from "../../utils/extension/panel-door.ts";
import type { Match } from "../../utils/library/catalog.ts";
import { answer, ask, type MomentToOpen } from "../../utils/messages.ts";
import { readFacts } from "../../utils/sites/facts.ts";
import { watchAddress } from "../../utils/sites/navigation.ts";
import { loadPanel } from "./load-panel.ts";

/** One stay on one episode's page, from its address to the next. */
interface Visit {
  key: string | null;
  address: string;
  match: Match;
  door: PanelDoor | null;
  left: AbortController;
}

/** How often a page is looked at again after that failed, and how long is waited, in milliseconds. */
const TRIES = 5;
const RETRY_MS = 3000;

const startVisit = (key: string | null, address: string): Visit => ({
  key,
  address,
  match: { kind: "none" },
  door: null,
  left: new AbortController(),
});

/** Follows what the page is for, tells the background, and opens the panel where there is a transcript. */
export function watchPage(): void {
  let visit = startVisit(null, "");
  /** What the page said of itself when it was last asked. */
  let said = "";
  /** A moment to show as soon as its panel is there. */
  let waiting: MomentToOpen | null = null;

  const look = async () => {
    const facts = readFacts(document);
    const now = JSON.stringify(facts);
    if (now === said) return;
    said = now;
    // A page that is known does not become another one because its title changes.
    if (visit.match.kind === "episode" && visit.address === facts.address) return;
    const { key, match, moment } = await ask("background.page", { facts });
    waiting = moment ?? waiting;
    // What is awaited may come back when the page is another one; then that was asked about, too.
    if (said !== now) return;
    if (visit.key !== key) {
      visit.left.abort();
      visit = startVisit(key, facts.address);
    }
    const mine = visit;
    mine.address = facts.address;
    if (mine.match.kind === "episode") return;
    if (match.kind !== "episode") {
      mine.match = match;
      return;
    }
    const { openPanel } = await loadPanel();
    if (mine.left.signal.aborted || mine.door) return;
    mine.match = match;
    mine.door = openPanel({ episode: match.episode, signal: mine.left.signal });
    if (waiting?.episode === match.episode.id) mine.door.show(waiting);
    waiting = null;
  };
  let looking = Promise.resolve();
  let tries = 0;
  const lookSafely = () => {
    looking = look().catch((error: unknown) => {
      // After an update of the extension nobody answers any more; the panel says so itself, while its page is there.
      if (isGone()) {
        if (visit.address !== location.href) visit.left.abort();
        return;
      }
      console.warn("Earmark could not read this page:", error);
      said = "";
      if (++tries <= TRIES) setTimeout(lookSafely, RETRY_MS);
    });
  };

  answer<"page">({
    async "page.match"() {
      await looking;
      return visit.match;
    },
    "page.show"({ moment }) {
      if (visit.match.kind !== "episode" || visit.match.episode.id !== moment.episode) return false;
      visit.door?.show(moment);
      return visit.door !== null;
    },
    "page.command"({ command }) {
      visit.door?.command(command);
      return null;
    },
    "page.frame": ({ key, state }) => visit.door?.frame(key, state) ?? false,
  });
  // A page that comes back as it was has lost its icon.
  const onShow = ({ persisted }: PageTransitionEvent) =>
    persisted && void ask("background.page", { facts: readFacts(document) }).catch(() => null);
  window.addEventListener("pageshow", onShow);
  watchAddress(window, lookSafely);
  lookSafely();
}
