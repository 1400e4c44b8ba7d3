import { cleanCues } from "./clean/clean-cues.ts";
import type { CleaningContext } from "./clean/context/cleaning-step.ts";
import { getLanguage } from "./languages/get-language.ts";
import { buildParagraphs } from "./clean/build-paragraphs.ts";
import type { Cue, ParsedTranscript, Timing, Transcript } from "./model/transcript.ts";
import { applyTimeSources } from "./timing/apply-time-sources.ts";
import { parseChapters, type PublishedChapter } from "./timing/chapters/parse-chapters.ts";
import { recoverMinuteMarks } from "./timing/recover-minute-marks.ts";
import { dropUnorderedTimes } from "./timing/drop-unordered-times.ts";

/** The facts about an episode that cleaning and timing use. */
export interface EpisodeContext extends CleaningContext {
  episode: string;
  language: string;
  /** Seconds; null where uncontext. */
  durationSeconds: number | null;
  /** The chapters that the show published; those in the transcript's notes where absent. */
  chapters?: readonly PublishedChapter[];
  /** Timed captions of the same talk. Only their times are used. */
  captions?: readonly Cue[];
}

/**
 * Makes a readable transcript of a parsed one: cleaned, in paragraphs, and timed as well as its sources allow.
 *
 * @param skip Names of cleaning steps to leave out.
 * @example
 * const parsed = parseTranscript(source);
 * makeTranscript(parsed, { episode: "x", language: "en", durationSeconds: 3600, words: new Map(), names: [] });
 */
export function makeTranscript(
  parsed: ParsedTranscript,
  context: EpisodeContext,
  skip: readonly string[] = [],
): Transcript {
  const paragraphs = buildParagraphs(
    dropUnorderedTimes(recoverMinuteMarks(cleanCues(parsed.cues, context, skip), context.language)),
    getLanguage(context.language),
  );
  const untimed: Transcript = {
    episode: context.episode,
    timing: classifyTiming(parsed),
    language: parsed.language ?? context.language,
    paragraphs,
    ...(parsed.notes.length && { notes: parsed.notes }),
  };
  const { captions, durationSeconds } = context;
  const chapters = context.chapters?.length ? context.chapters : parseChapters(parsed.notes);
  const ownKind = parsed.format === "minute-marks" ? "minute-mark" : "source";
  return applyTimeSources(untimed, { captions, chapters, durationSeconds }, ownKind);
}

/** The times are exact where most cues have one, and estimated where only a few do or there are minute marks. */
function classifyTiming({ cues, format }: ParsedTranscript): Timing {
  if (format === "minute-marks") return "estimated";
  const timed = cues.filter((cue) => cue.start !== null).length;
  if (!timed) return "none";
  return timed * 2 >= cues.length ? "exact" : "estimated";
}
