import { useEffect, useState } from "preact/hooks";
import type { Player } from "../../../utils/sites/player.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import {
  findLineOffsets,
  findParagraphIndex,
  toTranscriptSeconds,
  interpolateSeconds,
} from "../../../utils/transcript/model/text-position.ts";

/** What the panel needs of a player; it changes only a few times a minute, the time itself does not matter. */
export interface Playback {
  /** There is a player on the page. */
  hasPlayer: boolean;
  /** Seconds; null while unknown and during adverts. */
  duration: number | null;
  advert: boolean;
}

const NO_PLAYBACK: Playback = { hasPlayer: false, duration: null, advert: false };

/** Follows a player; renders anew only when something changes that can be seen. */
export function usePlayback(player: Player): Playback {
  const [playback, setPlayback] = useState(NO_PLAYBACK);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.getState();
      const next: Playback = state
        ? { hasPlayer: true, duration: state.advert ? null : state.duration, advert: state.advert }
        : NO_PLAYBACK;
      setPlayback((last) => {
        const duration = next.duration ?? (next.advert ? last.duration : null);
        const same =
          last.hasPlayer === next.hasPlayer && last.advert === next.advert && last.duration === duration;
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
export interface SpokenLine {
  /** Index; -1 for none. */
  paragraph: number;
  /** Character offsets into its text. */
  offsets: Offsets;
  /** How much of that stretch has been said, by time, from 0 to 1 in steps of a line or two. */
  progress: number;
}

const NO_SPOKEN_LINE: SpokenLine = { paragraph: -1, offsets: [0, 0], progress: 0 };
/** A line or two of text, in characters: the step in which the view follows inside a long stretch. */
const PROGRESS_STEP_CHARACTERS = 80;

/** What is being spoken; stands still during adverts. A new object only when it is something else. */
export function useSpokenLine(player: Player, { paragraphs, timing }: Transcript): SpokenLine {
  const [spoken, setSpoken] = useState(NO_SPOKEN_LINE);
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      const state = player.getState();
      if (!state || state.advert) return;
      const seconds = toTranscriptSeconds(state.seconds, timing);
      const paragraph = findParagraphIndex(paragraphs, seconds);
      const next = paragraph < 0 ? NO_SPOKEN_LINE : computeSpokenLine(paragraphs, paragraph, seconds);
      setSpoken((last) => (isSameSpokenLine(last, next) ? last : next));
    };
    player.watch(look, left.signal);
    look();
    return () => left.abort();
  }, [player, paragraphs, timing]);
  return spoken;
}

function computeSpokenLine(paragraphs: Paragraph[], paragraph: number, seconds: number): SpokenLine {
  const line = findLineOffsets(paragraphs[paragraph]!, seconds);
  const [from, to] = line.map(
    (offset) => interpolateSeconds(paragraphs, { paragraph, offset }) ?? seconds,
  ) as Offsets;
  const steps = Math.max(1, Math.floor((line[1] - line[0]) / PROGRESS_STEP_CHARACTERS));
  const share = to > from ? Math.min(1, Math.max(0, (seconds - from) / (to - from))) : 0;
  return { paragraph, offsets: line, progress: Math.floor(share * steps) / steps };
}

const isSameSpokenLine = (a: SpokenLine, b: SpokenLine) =>
  a.paragraph === b.paragraph && a.offsets[0] === b.offsets[0] && a.progress === b.progress;
