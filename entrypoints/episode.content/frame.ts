import type { ContentScriptContext } from "wxt/utils/content-script-context";
import { ask } from "../../utils/messages.ts";
import { adapterFor } from "../../utils/sites/adapters.ts";
import { loadPanel } from "./load-panel.ts";

/** In a frame: where it holds the player of an episode, its follower is fetched; other frames are left alone. */
export async function startFrame(ctx: ContentScriptContext): Promise<void> {
  const url = new URL(location.href);
  const adapter = adapterFor(url);
  const key = adapter?.site === "show" ? null : adapter?.read(url, document)?.key;
  if (!key) return;
  const { episode } = await ask("background.frame", { key, state: null });
  if (!episode) return;
  const { followFrame } = await loadPanel();
  followFrame({ key, episode, signal: ctx.signal });
}
