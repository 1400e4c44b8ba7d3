import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { isGone } from "../../utils/extension/gone.ts";
import type { PanelDoor } from "../../utils/extension/panel-door.ts";
import type { Match } from "../../utils/library/catalog.ts";
import { answer, ask, type MomentToOpen } from "../../utils/messages.ts";
import { adapterFor, siteOf } from "../../utils/sites/adapters.ts";
import { watchAddress } from "../../utils/sites/navigation.ts";
import type { PageEpisode } from "../../utils/sites/page.ts";
import { loadPanel } from "./load-panel.ts";

/** One stay on one episode's page, from its address to the next. */
interface Visit {
  key: string | null;
  /** What the page said of itself when it was last asked. */
  said: string;
  match: Match;
  door: PanelDoor | null;
  /** A moment to show as soon as the panel is there. */
  moment: MomentToOpen | null;
  left: AbortController;
}

/** How often a page is looked at again after that failed, and how long is waited, in milliseconds. */
const TRIES = 5;
const RETRY_MS = 3000;

const startVisit = (key: string | null): Visit => ({
  key,
  said: "",
  match: { kind: "none" },
  door: null,
  moment: null,
  left: new AbortController(),
});

/** Follows what the page is for, tells the background, and opens the panel where there is a transcript. */
export function watchPage(ctx: ContentScriptContext): void {
  let visit: Visit | null = null;

  const look = async () => {
    const page = readPage();
    const said = JSON.stringify(page);
    if (visit?.said === said) return;
    const key = page?.key ?? null;
    if (visit?.key !== key) {
      visit?.left.abort();
      visit = startVisit(key);
    }
    // What is awaited may come back when the page is another one; only this visit may be changed by it.
    const mine = visit;
    mine.said = said;
    if (mine.match.kind === "episode") return;
    const { match, moment } = await ask("background.page", { page });
    mine.moment ??= moment;
    if (mine.left.signal.aborted || mine.said !== said) return;
    if (match.kind !== "episode") {
      mine.match = match;
      return;
    }
    const { openPanel } = await loadPanel();
    if (mine.left.signal.aborted || mine.door) return;
    mine.match = match;
    mine.door = openPanel({
      episode: match.episode,
      site: siteOf(new URL(location.href)),
      signal: mine.left.signal,
    });
    if (mine.moment) mine.door.show(mine.moment);
  };
  let looking = Promise.resolve();
  let tries = 0;
  const lookSafely = () => {
    looking = look().catch((error: unknown) => {
      // After an update of the extension nobody answers any more; the panel says so itself.
      if (isGone()) return;
      console.warn("Earmark could not read this page:", error);
      if (visit) visit.said = "";
      if (++tries <= TRIES) ctx.setTimeout(lookSafely, RETRY_MS);
    });
  };

  const stop = answer<"page">({
    async "page.match"() {
      await looking;
      return visit?.match ?? { kind: "none" };
    },
    "page.show"({ moment }) {
      if (visit?.match.kind !== "episode" || visit.match.episode.id !== moment.episode) return false;
      visit.door?.show(moment);
      return visit.door !== null;
    },
    "page.command"({ command }) {
      visit?.door?.command(command);
      return null;
    },
    "page.frame": ({ key, state }) => visit?.door?.frame(key, state) ?? false,
  });
  ctx.onInvalidated(stop);
  // A page that comes back as it was has lost its icon.
  ctx.addEventListener(window, "pageshow", (event) => {
    if (event.persisted) void ask("background.page", { page: readPage() }).catch(() => null);
  });
  watchAddress(document, lookSafely, ctx.signal);
  lookSafely();
}

function readPage(): PageEpisode | null {
  const url = new URL(location.href);
  return adapterFor(url)?.read(url, document) ?? null;
}
