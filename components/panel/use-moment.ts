import { useEffect, useRef } from "preact/hooks";
import type { Player } from "../../utils/sites/player.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { startOf } from "../../utils/transcript/times.ts";

/** A moment to show: a paragraph by index, and seconds where there are any. */
export interface Shown {
  paragraph: number;
  seconds: number | null;
}

/** Takes the player to a moment, once, as soon as there are a text and a player; adverts are waited for. */
export function useMoment(
  moment: Shown | null,
  transcript: Transcript | null,
  player: Player,
  canJump: boolean,
): void {
  const taken = useRef<Shown | null>(null);
  useEffect(() => {
    if (!moment || !transcript || !canJump || taken.current === moment) return;
    const seconds = moment.seconds ?? startOf(transcript.paragraphs[moment.paragraph]);
    if (seconds === null) return;
    taken.current = moment;
    player.seek(seconds);
  }, [moment, transcript, player, canJump]);
}
