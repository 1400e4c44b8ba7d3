import { sendToBackground } from "../../utils/messages.ts";
import { readPageFacts } from "../../utils/sites/facts.ts";
import { loadPanel } from "./load-panel.ts";

/** In a frame: where it holds the player of an episode, its follower is fetched; other frames are left alone. */
export async function startFrame(): Promise<void> {
  const player = await sendToBackground("background.matchPlayer", { facts: readPageFacts(document) });
  if (!player) return;
  const { followFrame } = await loadPanel();
  followFrame(player);
}
