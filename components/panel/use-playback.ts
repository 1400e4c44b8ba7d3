import { useEffect, useState } from "preact/hooks";
import type { Player } from "../../utils/sites/player.ts";
import type { Offsets } from "../../utils/search/matches.ts";
import type { Paragraph, Transcript } from "../../utils/transcript/model.ts";
import {
  findLineOffsets,
  findParagraphIndex,
  toTranscriptSeconds,
  interpolateSeconds,
} from "../../utils/transcript/times.ts";

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
  line: Offsets;
  /** How much of that stretch has been said, by time, from 0 to 1 in steps of a line or two. */
  share: number;
}

const NOTHING: Spoken = { paragraph: -1, line: [0, 0], share: 0 };
/** A line or two of text, in characters: the step in which the view follows inside a long stretch. */
const STEP = 80;

/** What is being spoken; stands still during adverts. A new object only when it is something else. */
export function useSpoken(player: Player, { paragraphs, timing }: Transcript): Spoken {
  const [spoken, setSpoken] = useState(NOTHING);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.state();
      if (!state || state.advert) return;
      const seconds = toTranscriptSeconds(state.seconds, timing);
      const paragraph = findParagraphIndex(paragraphs, seconds);
      const next = paragraph < 0 ? NOTHING : spokenIn(paragraphs, paragraph, seconds);
      setSpoken((last) => (isSame(last, next) ? last : next));
    };
    player.watch(look, left.signal);
    look();
    return () => left.abort();
  }, [player, paragraphs, timing]);
  return spoken;
}

function spokenIn(paragraphs: Paragraph[], paragraph: number, seconds: number): Spoken {
  const line = findLineOffsets(paragraphs[paragraph]!, seconds);
  const [from, to] = line.map(
    (offset) => interpolateSeconds(paragraphs, { paragraph, offset }) ?? seconds,
  ) as Offsets;
  const steps = Math.max(1, Math.floor((line[1] - line[0]) / STEP));
  const share = to > from ? Math.min(1, Math.max(0, (seconds - from) / (to - from))) : 0;
  return { paragraph, line, share: Math.floor(share * steps) / steps };
}

const isSame = (a: Spoken, b: Spoken) =>
  a.paragraph === b.paragraph && a.line[0] === b.line[0] && a.share === b.share;
