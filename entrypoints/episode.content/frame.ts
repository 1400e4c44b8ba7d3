import type { ContentScriptContext } from "wxt/utils/content-script-context";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { answer, ask } from "../../utils/messages.ts";
import { adapterFor } from "../../utils/sites/adapters.ts";
import { pagePlayer, type PlayerState } from "../../utils/sites/player.ts";
import { loadPanel } from "./load-panel.ts";

/** How often a playing player reports although nothing happens, and how often a page is asked whether it is ours. */
const REPORT_MS = 5000;
/** The page around a frame gets this long to find its episode before the frame shows a tab of its own. */
const OWNER_MS = 2500;
/** A jump in time of more than this is a seek. */
const SEEK_SECONDS = 1.5;

/** In a player's frame: reports what the player does, obeys the page around it, or shows a tab where there is none. */
export function reportFrame(ctx: ContentScriptContext): void {
  const url = new URL(location.href);
  const key = adapterFor(url)?.read(url, document)?.key;
  if (!key || adapterFor(url)?.site === "show") return;
  const player = pagePlayer(document);
  const loaded = Date.now();
  let tab: AbortController | null = null;
  let last: { state: PlayerState | null; at: number } | null = null;

  const report = async (state: PlayerState | null) => {
    last = { state, at: Date.now() };
    const { owned, episode } = await ask("background.frame", { key, state });
    if (owned) {
      tab?.abort();
      tab = null;
    } else if (episode && !tab && Date.now() - loaded >= OWNER_MS) {
      tab = new AbortController();
      await showTab(episode, tab.signal);
    }
  };
  const showTab = async ({ id, title }: CatalogEpisode, signal: AbortSignal) => {
    const open = () => {
      const moment = { episode: id, paragraph: null, seconds: player.state()?.seconds ?? null };
      void ask("background.open", { moment, newTab: true });
    };
    (await loadPanel()).openFrameTab({ title, open, signal });
  };
  const changed = () => {
    const state = player.state();
    if (!last || isNews(last, state)) void report(state).catch(() => tab?.abort()); // The extension is gone.
  };

  player.watch(changed, ctx.signal);
  ctx.setTimeout(() => void report(player.state()).catch(() => null), OWNER_MS);
  const stop = answer<"frame">({
    "frame.seek"({ key: wanted, seconds }) {
      if (wanted === key) player.seek(seconds);
      return null;
    },
    async "frame.report"() {
      await report(player.state());
      return null;
    },
  });
  ctx.onInvalidated(stop);
  changed();
}

/** Whether a state says more than that time has gone by. */
function isNews(
  { state: before, at }: { state: PlayerState | null; at: number },
  now: PlayerState | null,
): boolean {
  if (!before || !now) return before !== now;
  const expected = before.paused ? before.seconds : before.seconds + ((Date.now() - at) / 1000) * before.rate;
  const { duration, paused, rate, advert } = before;
  return (
    duration !== now.duration ||
    paused !== now.paused ||
    rate !== now.rate ||
    advert !== now.advert ||
    Math.abs(now.seconds - expected) > SEEK_SECONDS ||
    (!now.paused && Date.now() - at > REPORT_MS)
  );
}
