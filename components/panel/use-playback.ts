import { useEffect, useState } from "preact/hooks";
import type { Player } from "../../utils/sites/player.ts";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { paragraphAt } from "../../utils/transcript/times.ts";

/** What the panel needs of a player; it changes only a few times a minute, the time itself does not matter. */
export interface Playback {
  /** There is a player on the page. */
  present: boolean;
  /** Seconds; null while unknown and during adverts. */
  duration: number | null;
  advert: boolean;
}

const NONE: Playback = { present: false, duration: null, advert: false };

/** Follows a player; renders anew only when something changes that can be seen. */
export function usePlayback(player: Player): Playback {
  const [playback, setPlayback] = useState(NONE);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.state();
      const next: Playback = state
        ? { present: true, duration: state.advert ? null : state.duration, advert: state.advert }
        : NONE;
      setPlayback((last) => {
        const duration = next.duration ?? (next.advert ? last.duration : null);
        const same =
          last.present === next.present && last.advert === next.advert && last.duration === duration;
        return same ? last : { ...next, duration };
      });
    };
    player.watch(look, left.signal);
    look();
    return () => left.abort();
  }, [player]);
  return playback;
}

/** Index of the paragraph being spoken, -1 for none; stands still during adverts. */
export function useSpoken(player: Player, paragraphs: Paragraph[]): number {
  const [spoken, setSpoken] = useState(-1);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.state();
      if (state && !state.advert) setSpoken(paragraphAt(paragraphs, state.seconds));
    };
    player.watch(look, left.signal);
    look();
    return () => left.abort();
  }, [player, paragraphs]);
  return spoken;
}
