import { useEffect, useRef } from "preact/hooks";
import type { Player } from "../../../utils/sites/player.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import {
  toSeekSeconds,
  interpolateOffset,
  interpolateSeconds,
  getStartSeconds,
} from "../../../utils/transcript/model/text-position.ts";

/** A moment to show: a paragraph by index, and seconds on the shipped transcript's clock where there are any. */
export interface PanelTarget {
  paragraph: number;
  seconds: number | null;
  /** Where in the paragraph's text, if not at its beginning. */
  offset?: number;
}

/** Takes the player to a moment, once, as soon as there are a text and a player; adverts are waited for. */
export function useSeekToTarget(
  moment: PanelTarget | null,
  shipped: Transcript | null,
  here: Transcript | null,
  player: Player,
  canJump: boolean,
): void {
  const taken = useRef<PanelTarget | null>(null);
  useEffect(() => {
    if (!moment || !shipped || !here || !canJump || taken.current === moment) return;
    const seconds = computeSiteSeconds(moment, shipped, here);
    if (seconds === null) return;
    taken.current = moment;
    player.seek(toSeekSeconds(seconds, here.timing));
  }, [moment, shipped, here, player, canJump]);
}

/** When a moment is said on this site: its place in the text is the same whatever clock it is timed by. */
function computeSiteSeconds(
  { paragraph, seconds }: PanelTarget,
  shipped: Transcript,
  here: Transcript,
): number | null {
  const place = shipped.paragraphs[paragraph];
  if (seconds === null || !place?.times.length) return getStartSeconds(here.paragraphs[paragraph]);
  if (here === shipped) return seconds;
  return interpolateSeconds(here.paragraphs, { paragraph, offset: interpolateOffset(place, seconds) });
}
