import { sendToBackground } from "../../utils/extension/messages.ts";
import { readPageFacts } from "../../utils/sites/read-page-facts.ts";
import { loadPanel } from "./load-panel.ts";

/** In a frame: where it holds the player of an episode, its follower is fetched; other frames are left alone. */
export async function startFrame(): Promise<void> {
  const player = await sendToBackground("background.matchPlayer", { facts: readPageFacts(document) });
  if (!player) return;
  const { followFrame } = await loadPanel();
  followFrame(player);
}
