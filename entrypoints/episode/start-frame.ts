import { sendToBackground } from "../../utils/extension/messages.ts";
import { readPageFacts } from "../../utils/sites/read-page-facts.ts";
import { loadPanel } from "./load-panel.ts";

/** Loads the panel's script in a frame that is the player of an episode; does nothing in other frames. */
export async function startFrame(): Promise<void> {
  const player = await sendToBackground("background.matchPlayer", { facts: readPageFacts(document) });
  if (!player) return;
  const { followFrame } = await loadPanel();
  followFrame(player);
}
