import { makeTranscript } from "../../utils/transcript/make-transcript.ts";
import { parseTranscript } from "../../utils/transcript/parse/parse-transcript.ts";
import type { PublishedChapter } from "../../utils/transcript/timing/chapters/parse-chapters.ts";
import { heardTimes, knownAs, quantile, rawOf, wordsOf } from "./heard.ts";
import { tell } from "./measure.ts";

/** Minutes of the marks in the order in which they stand, found by reading: three were swallowed at years. */
const SWALLOWED_BEFORE = [23, 27, 27];
const minuteOf = (mark: number) => mark + SWALLOWED_BEFORE.filter((before) => mark >= before).length;

/** The minute marks of lbs-071, whole and broken, and each whole one found again without it. */
export function minuteMarks(): void {
  const id = "lbs-071";
  const source = rawOf(id);
  const known = knownAs(id);
  const { cues } = parseTranscript(source);
  const marks: number[] = [];
  let word = 0;
  for (const { text, brokenMark, start } of cues) {
    if (brokenMark || start !== null) marks.push(word);
    word += wordsOf(text).length;
  }
  const errorsOf = (text: string) => {
    const found = heardTimes(makeTranscript(parseTranscript(text), known));
    return marks.map((at, k) => Math.abs(found[at]! - minuteOf(k + 1) * 60));
  };
  const errors = errorsOf(source);
  tell("timing", `${id} largest error of a minute up to 17:00`, Math.max(...errors.slice(0, 17)), 20, "s");
  tell("timing", `${id} largest error of a minute behind`, Math.max(...errors.slice(17)), 75, "s");
  const whole = [...source.matchAll(/\[00:(\d\d):00\] /g)];
  const again = whole.map(([mark, minute]) => errorsOf(source.replace(mark, ""))[Number(minute) - 1]!);
  tell("timing", `${id} largest error of a whole mark found again`, Math.max(...again), 40, "s");
}

/**
 * The chapters of gradient-dissent-2023-01-05 as published, and the first words of each as they were heard, found by
 * reading. Heard words stay the same when the episode's corrections are edited; shown words do not.
 */
const CHAPTERS: [...PublishedChapter, heard: string][] = [
  [0, "Intro", "I've been telling everybody"],
  [66, "Diffusion and generative models", "and I guess I wanted to start with"],
  [880, "Engaging with large models meaningfully", "I guess that is a good segue"],
  [1230, "Jeremy's thoughts on Stable Diffusion and OpenAI", "I was curious broadly if you have thoughts"],
  [1598, "Prompt engineering and large language models", "and I guess do you have thoughts on the language"],
  [1920, "Revisiting Julia vs. Python", "interesting okay a question that I need to revisit"],
  [2422, "Jeremy's science advocacy during early COVID days", "on a totally different topic"],
  [3663, "Researching how to improve children's education", "well look we're almost out of time"],
  [4063, "The importance of executive buy-in", "all right and I guess like finally"],
  [4294, "Outro", "great to talk to you"],
  [4322, "Bonus: Weights & Biases", "and how is everything going at Weights"],
];

/** Index of the first of some heard words among all heard words. */
function findHeardWords(words: readonly string[], heard: string): number {
  const wanted = wordsOf(heard).map((word) => word.toLowerCase());
  const index = words.findIndex((_, i) => wanted.every((word, k) => words[i + k]?.toLowerCase() === word));
  if (index < 0) throw new Error(`The transcript has no “${heard}”.`);
  return index;
}

/** Error of each chapter's time when that chapter is withheld, with and without the episode's corrections. */
export function chapters(): void {
  const id = "gradient-dissent-2023-01-05";
  const parsed = parseTranscript(rawOf(id));
  const words = parsed.cues.flatMap(({ text }) => wordsOf(text));
  for (const withEdits of [true, false]) {
    const errors = CHAPTERS.map(([seconds, , heard], left) => {
      const others = CHAPTERS.filter((_, k) => k !== left).map(([at, title]): [number, string] => [
        at,
        title,
      ]);
      const transcript = makeTranscript(parsed, knownAs(id, { chapters: others }, withEdits));
      return Math.abs(heardTimes(transcript)[findHeardWords(words, heard)]! - seconds);
    });
    const name = `${id} ${withEdits ? "as shipped" : "without edits"}`;
    tell("timing", `${name}, largest error of a chapter found again`, Math.max(...errors), 60, "s");
    tell("timing", `${name}, median error of a chapter found again`, quantile(errors, 0.5), 25, "s");
    console.log(
      `timing ${name}, errors by chapter: ${errors.map((error) => Math.round(error)).join(", ")} s`,
    );
  }
}
