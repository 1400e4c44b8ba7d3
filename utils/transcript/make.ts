import { clean } from "./clean/clean.ts";
import type { Context } from "./clean/draft.ts";
import { paragraphsOf } from "./clean/paragraphs.ts";
import type { Parsed, Timing, Transcript } from "./model.ts";
import { fillTimes } from "./timing/fill.ts";
import { keepOrder } from "./timing/order.ts";
import { recoverMinuteMarks } from "./timing/minute-marks.ts";
import { spread } from "./timing/spread.ts";

/** What is known about an episode besides its transcript. */
export interface Known extends Context {
  episode: string;
  language: string;
  /** Seconds; null where unknown. */
  durationSeconds: number | null;
}

/** From what a parser read to what a reader sees: cleaned, in paragraphs, with the times there are. */
export function makeTranscript(parsed: Parsed, known: Known, skip: readonly string[] = []): Transcript {
  const pieces = keepOrder(recoverMinuteMarks(clean(parsed.cues, known, skip)));
  const paragraphs = fillTimes(paragraphsOf(pieces));
  const transcript: Transcript = {
    episode: known.episode,
    timing: timingOf(parsed),
    language: parsed.language ?? known.language,
    paragraphs,
    ...(parsed.notes.length && { notes: parsed.notes }),
  };
  return known.durationSeconds === null ? transcript : spread(transcript, known.durationSeconds);
}

/** Exact where most cues have times of their own, estimated where all there is are a few, or minute marks. */
function timingOf({ cues, format }: Parsed): Timing {
  if (format === "minute-marks") return "estimated";
  const timed = cues.filter((cue) => cue.start !== null).length;
  if (!timed) return "none";
  return timed * 2 >= cues.length ? "exact" : "estimated";
}
