import { clean } from "./clean/clean.ts";
import type { Context } from "./clean/draft.ts";
import { paragraphsOf } from "./clean/paragraphs.ts";
import type { Cue, Parsed, Timing, Transcript } from "./model.ts";
import { alignTranscript } from "./timing/align/align.ts";
import { withChapters } from "./timing/chapters/chapters.ts";
import { readChapters, type PublishedChapter } from "./timing/chapters/read.ts";
import { withTimes } from "./timing/lay.ts";
import { withLength } from "./timing/length.ts";
import { recoverMinuteMarks } from "./timing/minute-marks.ts";
import { keepOrder } from "./timing/order.ts";
import { pointsOf } from "./timing/points.ts";
import { rowOf } from "./timing/row.ts";

/** What is known about an episode besides its transcript. */
export interface Known extends Context {
  episode: string;
  language: string;
  /** Seconds; null where unknown. */
  durationSeconds: number | null;
  /** As the show publishes them. */
  chapters?: readonly PublishedChapter[];
  /** Timed captions of the same talk, whose words may be poorer. */
  captions?: readonly Cue[];
}

/** From what a parser read to what a reader sees: cleaned, in paragraphs, with the times that can be had. */
export function makeTranscript(parsed: Parsed, known: Known, skip: readonly string[] = []): Transcript {
  const paragraphs = paragraphsOf(keepOrder(recoverMinuteMarks(clean(parsed.cues, known, skip))));
  const untimed: Transcript = {
    episode: known.episode,
    timing: timingOf(parsed),
    language: parsed.language ?? known.language,
    paragraphs,
    ...(parsed.notes.length && { notes: parsed.notes }),
  };
  const row = rowOf(paragraphs);
  const own =
    untimed.timing === "none"
      ? untimed
      : { ...untimed, paragraphs: withTimes(paragraphs, row, pointsOf(paragraphs, row)) };
  const aligned = known.captions ? withCaptions(own, known.captions) : own;
  const chapters = known.chapters?.length ? known.chapters : readChapters(parsed.notes);
  const anchored = withChapters(aligned, chapters);
  return known.durationSeconds === null ? anchored : withLength(anchored, known.durationSeconds);
}

function withCaptions(transcript: Transcript, captions: readonly Cue[]): Transcript {
  const { transcript: aligned, problem } = alignTranscript(transcript, captions);
  return problem === null ? aligned : { ...aligned, remarks: [problem] };
}

/** Exact where most cues have times of their own, estimated where all there is are a few, or minute marks. */
function timingOf({ cues, format }: Parsed): Timing {
  if (format === "minute-marks") return "estimated";
  const timed = cues.filter((cue) => cue.start !== null).length;
  if (!timed) return "none";
  return timed * 2 >= cues.length ? "exact" : "estimated";
}
