import { useEffect, useState } from "preact/hooks";
import type { Player } from "../../utils/sites/player.ts";
import type { Span } from "../../utils/search/matches.ts";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { lineAt, paragraphAt } from "../../utils/transcript/times.ts";

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

/** What is being spoken: a paragraph, and the stretch of it that the source gives a time of its own. */
export interface Spoken {
  /** Index; -1 for none. */
  paragraph: number;
  /** Character offsets into its text. */
  line: Span;
}

const NOTHING: Spoken = { paragraph: -1, line: [0, 0] };

/** What is being spoken; stands still during adverts. A new object only when it is something else. */
export function useSpoken(player: Player, paragraphs: Paragraph[]): Spoken {
  const [spoken, setSpoken] = useState(NOTHING);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.state();
      if (!state || state.advert) return;
      const paragraph = paragraphAt(paragraphs, state.seconds);
      const line = paragraph < 0 ? NOTHING.line : lineAt(paragraphs[paragraph]!, state.seconds);
      setSpoken((last) =>
        last.paragraph === paragraph && last.line[0] === line[0] ? last : { paragraph, line },
      );
    };
    player.watch(look, left.signal);
    look();
    return () => left.abort();
  }, [player, paragraphs]);
  return spoken;
}
