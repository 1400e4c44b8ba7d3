import { parseTime } from "../../model/clock-time.ts";

/** A chapter as a show publishes it. */
export type PublishedChapter = readonly [seconds: number, title: string];

const TIME_PATTERN = String.raw`\d{1,2}:\d\d(?::\d\d)?`;
/** "14:40 Title", "(14:40) Title", "[0:14:40] - Title", "• 14:40 – Title", "Chapter 3: 14:40 Title". */
const LEADING_TIME = new RegExp(
  String.raw`^(?:[-*•▶►#\s]|\d{1,2}[.)]\s)*[([]?(${TIME_PATTERN})[)\]]?(?:\s*[-–—]\s*[([]?${TIME_PATTERN}[)\]]?)?\s*[-–—:|.•]*\s*(\S.*)$`,
  "u",
);
/** "Title (14:40)", "Title - 14:40". */
const TRAILING_TIME = new RegExp(
  String.raw`^(?:[-*•▶►#\s])*(\S.*?)\s*[-–—:|@]*\s*[([]?(${TIME_PATTERN})[)\]]?\s*$`,
  "u",
);
/** A longer line is a sentence that starts or ends with a time. */
const MAX_LINE_CHARACTERS = 120;
const TITLE_WORD = /\p{L}{2}/u;

/**
 * Parses chapters in show notes or in a video's description, one in a line, as YouTube documents them:
 * https://support.google.com/youtube/answer/9884579. Other lines are skipped.
 * @example
 * parseChapters(["0:00 Intro", "14:40 Engaging with large models"]); // [[0, "Intro"], [880, "Engaging …"]]
 */
export function parseChapters(notes: readonly string[]): PublishedChapter[] {
  return notes
    .flatMap((note) => note.split(/\r?\n/))
    .flatMap((line): PublishedChapter[] => {
      if (line.length > MAX_LINE_CHARACTERS) return [];
      const leading = LEADING_TIME.exec(line);
      const trailing = leading ? null : TRAILING_TIME.exec(line);
      const [time, title] = leading ? [leading[1]!, leading[2]!] : [trailing?.[2] ?? "", trailing?.[1] ?? ""];
      const seconds = parseTime(time);
      return seconds === null || !TITLE_WORD.test(title) ? [] : [[seconds, title.trim()]];
    });
}
