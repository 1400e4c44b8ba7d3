import { secondsOf } from "../../clock.ts";

/** A chapter as a show publishes it: when it begins, in seconds, and what it is about. */
export type PublishedChapter = readonly [seconds: number, title: string];

const TIME = String.raw`\d{1,2}:\d\d(?::\d\d)?`;
/** "14:40 Title", "(14:40) Title", "[0:14:40] - Title", "• 14:40 – Title", "Chapter 3: 14:40 Title". */
const LEADING = new RegExp(
  String.raw`^(?:[-*•▶►#\s]|\d{1,2}[.)]\s)*[([]?(${TIME})[)\]]?(?:\s*[-–—]\s*[([]?${TIME}[)\]]?)?\s*[-–—:|.•]*\s*(\S.*)$`,
  "u",
);
/** "Title (14:40)", "Title - 14:40". */
const TRAILING = new RegExp(String.raw`^(?:[-*•▶►#\s])*(\S.*?)\s*[-–—:|@]*\s*[([]?(${TIME})[)\]]?\s*$`, "u");
/** A longer line is a sentence that happens to begin or end with a time. */
const LONGEST = 120;
const WORD = /\p{L}{2}/u;

/** Chapters written in show notes or a description, a line each; lines that are none are passed over. */
export function readChapters(notes: readonly string[]): PublishedChapter[] {
  return notes
    .flatMap((note) => note.split(/\r?\n/))
    .flatMap((line): PublishedChapter[] => {
      if (line.length > LONGEST) return [];
      const leading = LEADING.exec(line);
      const trailing = leading ? null : TRAILING.exec(line);
      const [time, title] = leading ? [leading[1]!, leading[2]!] : [trailing?.[2] ?? "", trailing?.[1] ?? ""];
      const seconds = secondsOf(time);
      return seconds === null || !WORD.test(title) ? [] : [[seconds, title.trim()]];
    });
}
