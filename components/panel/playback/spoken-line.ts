import { signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { Player } from "../../../utils/sites/player.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import {
  findSpokenLine,
  interpolateSeconds,
  toTranscriptSeconds,
} from "../../../utils/transcript/model/text-position.ts";
import { runEffect } from "../../ui/run-effect.ts";

/** The sentence under the playhead or, in text without stops, the words between two known times. */
export interface SpokenLine {
  /** Index of the paragraph; -1 for none. */
  paragraph: number;
  /** Character offsets into its text. */
  offsets: Offsets;
  /** How much of the line has been spoken, from 0 to 1 in steps of `PROGRESS_STEP_CHARACTERS`. */
  progress: number;
}

const NO_SPOKEN_LINE: SpokenLine = { paragraph: -1, offsets: [0, 0], progress: 0 };
/** About two lines of text: the step in which the view follows through a long line. */
const PROGRESS_STEP_CHARACTERS = 80;

/**
 * Follows the line under the playhead while the panel is open. Frozen while an ad plays. Referentially stable until
 * the line or its progress changes.
 */
export function watchSpokenLine(
  player: Player,
  transcript: ReadonlySignal<Transcript | null>,
  isOpen: ReadonlySignal<boolean>,
  until: AbortSignal,
): ReadonlySignal<SpokenLine> {
  const spokenLine = signal(NO_SPOKEN_LINE);
  const read = (current: Transcript) => {
    const state = player.getState();
    if (!state || state.advert) return;
    const next = computeSpokenLine(current, state.seconds);
    if (!isSameSpokenLine(spokenLine.peek(), next)) spokenLine.value = next;
  };
  runEffect(() => {
    const current = isOpen.value ? transcript.value : null;
    if (!current) return undefined;
    const stop = new AbortController();
    untracked(() => {
      player.watch(() => read(current), stop.signal);
      read(current);
    });
    return () => stop.abort();
  }, until);
  return spokenLine;
}

function computeSpokenLine(transcript: Transcript, playerSeconds: number): SpokenLine {
  const found = findSpokenLine(transcript, playerSeconds);
  if (!found) return NO_SPOKEN_LINE;
  const { paragraph, line: offsets } = found;
  const seconds = toTranscriptSeconds(playerSeconds, transcript.timing);
  return {
    paragraph,
    offsets,
    progress: computeProgress(transcript.paragraphs, paragraph, offsets, seconds),
  };
}

function computeProgress(
  paragraphs: readonly Paragraph[],
  paragraph: number,
  offsets: Offsets,
  seconds: number,
): number {
  const [start, end] = offsets.map(
    (offset) => interpolateSeconds(paragraphs, { paragraph, offset }) ?? seconds,
  ) as [number, number];
  const share = end > start ? Math.min(1, Math.max(0, (seconds - start) / (end - start))) : 0;
  const steps = Math.max(1, Math.floor((offsets[1] - offsets[0]) / PROGRESS_STEP_CHARACTERS));
  return Math.floor(share * steps) / steps;
}

const isSameSpokenLine = (a: SpokenLine, b: SpokenLine) =>
  a.paragraph === b.paragraph && a.offsets[0] === b.offsets[0] && a.progress === b.progress;
