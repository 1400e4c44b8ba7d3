import { cleanCues } from "./clean/clean-cues.ts";
import type { CleaningContext } from "./clean/context/cleaning-step.ts";
import { getLanguage } from "./languages/get-language.ts";
import { buildParagraphs } from "./clean/build-paragraphs.ts";
import type { Cue, ParsedTranscript, Timing, Transcript } from "./model/transcript.ts";
import { applyTimeSources } from "./timing/apply-time-sources.ts";
import { parseChapters, type PublishedChapter } from "./timing/chapters/parse-chapters.ts";
import { recoverMinuteMarks } from "./timing/recover-minute-marks.ts";
import { dropUnorderedTimes } from "./timing/drop-unordered-times.ts";

/** What is known about an episode besides its transcript. */
export interface EpisodeContext extends CleaningContext {
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
export function makeTranscript(
  parsed: ParsedTranscript,
  known: EpisodeContext,
  skip: readonly string[] = [],
): Transcript {
  const paragraphs = buildParagraphs(
    dropUnorderedTimes(recoverMinuteMarks(cleanCues(parsed.cues, known, skip), known.language)),
    getLanguage(known.language),
  );
  const untimed: Transcript = {
    episode: known.episode,
    timing: classifyTiming(parsed),
    language: parsed.language ?? known.language,
    paragraphs,
    ...(parsed.notes.length && { notes: parsed.notes }),
  };
  const { captions, durationSeconds } = known;
  const chapters = known.chapters?.length ? known.chapters : parseChapters(parsed.notes);
  const ownKind = parsed.format === "minute-marks" ? "minute-mark" : "source";
  return applyTimeSources(untimed, { captions, chapters, durationSeconds }, ownKind);
}

/** Exact where most cues have times of their own, estimated where all there is are a few, or minute marks. */
function classifyTiming({ cues, format }: ParsedTranscript): Timing {
  if (format === "minute-marks") return "estimated";
  const timed = cues.filter((cue) => cue.start !== null).length;
  if (!timed) return "none";
  return timed * 2 >= cues.length ? "exact" : "estimated";
}
