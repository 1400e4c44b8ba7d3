import { formatTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { CaptionsProblem, Chapter, ChapterNote } from "../model/transcript.ts";
import type { Translate } from "./translate.ts";

const PROBLEM_MESSAGES = {
  "text-before-time": "problem.textBeforeTime",
  "invalid-time": "problem.invalidTime",
  "ends-before-start": "problem.endsBeforeStart",
  "missing-time": "problem.missingTime",
  "missing-words": "problem.missingWords",
  "empty-time": "problem.emptyTime",
  "empty-segment": "problem.emptySegment",
  truncated: "problem.truncated",
  "invalid-json": "problem.invalidJson",
  "too-large": "problem.tooLarge",
  "not-text": "problem.notText",
  empty: "problem.empty",
} satisfies { [code in ParseProblem["code"]]: string };

/** Says in a sentence what could not be read in a source. The line is not part of the sentence. */
export function describeProblem(problem: ParseProblem, translate: Translate): string {
  const { code } = problem;
  const values =
    code === "invalid-time"
      ? { text: problem.text }
      : code === "empty-segment"
        ? { segment: String(problem.segment) }
        : {};
  return translate(PROBLEM_MESSAGES[code], values);
}

const CAPTIONS_MESSAGES = {
  exact: "captions.exact",
  "other-talk": "captions.otherTalk",
  untimed: "captions.untimed",
} satisfies { [code in CaptionsProblem["code"]]: string };

/** Says in a sentence why captions gave a transcript no times. */
export function describeCaptionsProblem(problem: CaptionsProblem, translate: Translate): string {
  const values = problem.code === "other-talk" ? { percent: String(problem.percent) } : {};
  return translate(CAPTIONS_MESSAGES[problem.code], values);
}

const CHAPTER_MESSAGES = {
  "out-of-order": "chapterNote.outOfOrder",
  "not-found": "chapterNote.notFound",
  off: "chapterNote.off",
} satisfies { [note in ChapterNote]: string };

/** Says in a sentence why a chapter's published time is not relied on; empty where it is. */
export function describeChapterNote(
  { note, published, seconds }: Pick<Chapter, "note" | "published" | "seconds">,
  translate: Translate,
): string {
  if (!note) return "";
  const values = note === "off" ? { published: formatTime(published), spoken: formatTime(seconds ?? 0) } : {};
  return translate(CHAPTER_MESSAGES[note], values);
}
