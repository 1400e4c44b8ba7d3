import type { Step } from "./draft.ts";
import { punctuation, wordsIn, type Word } from "./row.ts";
import { MOST_WORDS, rewrite, type Rewrite } from "./rewrite.ts";

/** Sounds of hesitation, by language: "um" is a word in German. */
const SOUNDS: { [language: string]: ReadonlySet<string> } = {
  en: new Set(["uh", "um", "uhm", "uhh", "umm", "er", "erm", "hm"]),
  de: new Set(["äh", "ähm", "öh", "öhm", "hm"]),
  fr: new Set(["euh", "heu", "hum"]),
  es: new Set(["eh", "ehm", "mmm"]),
  nl: new Set(["eh", "ehm", "uh", "uhm"]),
  it: new Set(["ehm", "eh"]),
};

/** "I I've": begun and said again with its verb. */
const BEGUN = new Set(["i", "we", "they", "he", "she", "there", "who"]);
/** Words that are said twice by accident; others may be said twice to mean more. English. */
const SMALL = new Set(
  (
    "i we he she they the a an my your our his their its to of in on at by for from with into about and or but if " +
    "as because so's when while where why how who which whether than is are was were be been am has have do does did " +
    "can could would should will may might must i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll " +
    "he's she's they're they've they'd they'll it's that's there's what's who's how's let's don't doesn't isn't can't " +
    "maybe some every each any these those there then just also only like"
  ).split(" "),
);
/** They may end a sentence and begin the next: "I wrote it it was". Only behind a word that opens one. */
const EITHER = new Set(["so", "it", "you", "that", "this", "what", "them", "her", "him", "me", "us", "one"]);
const OPENING = new Set(
  "and but so because or if that when like well yeah okay then as though although since while now i mean um uh".split(
    " ",
  ),
);
/** Runs of several words that are said again on purpose have one of these, or say one word again and again. */
const MEANT = new Set(
  "very really so more much many far super again blah no yes yeah okay right good great bye ha never ever long way lot lots".split(
    " ",
  ),
);
/** Longest run of words that is looked for again right behind itself. */
const RUN = 4;

const KNOWN = "“You know” adds nothing here.";
/** "do you know", "as you know": there it is no filler. */
const BEFORE_KNOW = new Set(
  "do did if as when because let that what once now since would will might may can should to how don't didn't does couldn't than whether who before until".split(
    " ",
  ),
);
const BEHIND_KNOW = new Set(
  "what how that if why who where when whether which it this him her them me us enough about nothing better more everything something anything all your my our their his".split(
    " ",
  ),
);

/**
 * Takes out what carries no meaning: sounds of hesitation, words said twice by accident, "you know" and "like"
 * between commas. What may mean something stays: "very very", "the word um", the end of one sentence said again at
 * the start of the next.
 */
export const fillers: Step = {
  name: "fillers",
  run(pieces, { language = "en" }) {
    const base = language.toLowerCase().split("-")[0]!;
    const sounds = SOUNDS[base] ?? new Set();
    const row = wordsIn(pieces);
    const gone: (string | null)[] = row.map(() => null);
    row.forEach((word, k) => {
      if (sounds.has(word.bare) && !isQuoted(row, k)) gone[k] = "A sound of hesitation.";
    });
    if (base === "en") {
      phrases(row, gone);
      repeats(row, gone);
    }
    const rewrites = rewritesOf(row, gone, base !== "de");
    return rewrite(
      pieces,
      rewrites.toSorted((a, b) => a.from - b.from),
      fillers.name,
    );
  },
};

/** Corrected by an earlier step, or words are missing before it: it stays. */
const isFixed = ({ piece, lost }: Word) => piece.correction !== undefined || lost;

const isOneTurn = (a: Word, b: Word) => a.piece.speaker === b.piece.speaker;

/** In quotes, or spoken of: "the word um", "an um". */
function isQuoted(row: readonly Word[], k: number): boolean {
  const before = row[k - 1]?.bare ?? "";
  return /^["“‘']|["”’']$/.test(row[k]!.text) || before === "word" || before === "an" || before === "say";
}

/** "you know" and "like" where nothing depends on them. */
function phrases(row: readonly Word[], gone: (string | null)[]): void {
  const isPunctuated = punctuation(row);
  for (let k = 0; k + 1 < row.length; k++) {
    const [word, next, before, behind] = [row[k]!, row[k + 1]!, row[k - 1], row[k + 2]];
    if (
      word.bare === "you" &&
      next.bare === "know" &&
      isOneTurn(word, next) &&
      !isFixed(word) &&
      !isFixed(next)
    ) {
      const opens = !before || before.ends || before.comma || gone[k - 1] !== null;
      const set = opens && (next.comma || (next.ends && next.text.endsWith("...")));
      const free =
        !isPunctuated(k) &&
        !word.comma &&
        !next.ends &&
        !BEFORE_KNOW.has(before?.bare ?? "") &&
        !BEHIND_KNOW.has(behind?.bare ?? "") &&
        behind !== undefined &&
        isOneTurn(behind, next);
      if (set || free) gone[k] = gone[k + 1] = KNOWN;
    } else if (word.bare === "like" && !isFixed(word) && isIdle(word, next, before))
      gone[k] = "“Like” adds nothing here.";
  }
}

/** Before these, at the start of a sentence, and between "to" and these, "like" compares nothing. */
const SUBJECTS = new Set(
  "there's there we we'll we're i'm i've i'll it's they they're he he's she that's you're".split(" "),
);
const VERBS = new Set(
  "think take get make do go be have see run use try build create find figure show start say know actually just really understand learn give keep put write talk look help play move work train tell turn bring change read".split(
    " ",
  ),
);

/** "Like" between commas, opening a sentence before its subject, or between "to" and its verb. */
function isIdle(word: Word, next: Word, before: Word | undefined): boolean {
  if (word.comma) return before?.comma === true;
  if (before?.bare === "to") return VERBS.has(next.bare);
  return (!before || before.ends) && SUBJECTS.has(next.bare) && (!before || isOneTurn(before, word));
}

/** A run of words that stands there twice: the first is taken out. */
function repeats(row: readonly Word[], gone: (string | null)[]): void {
  const left = row.flatMap((_, k) => (gone[k] === null ? [k] : []));
  for (let i = 0; i < left.length;) {
    const length = again(row, left, i);
    if (!length) {
      i++;
      continue;
    }
    for (const k of left.slice(i, i + length)) gone[k] = "Said twice.";
    i += length;
  }
}

/** How many words from `i` on come again right behind themselves by accident; 0 for none. */
function again(row: readonly Word[], left: number[], i: number): number {
  const head = row[left[i]!]!.bare;
  for (let n = RUN; n > 0; n--) {
    const next = row[left[i + n] ?? -1]?.bare;
    if (next === undefined || (next !== head && !(n === 1 && BEGUN.has(head)))) continue;
    const words = left.slice(i, i + 2 * n).map((k) => row[k]!);
    if (words.length < 2 * n) continue;
    const [first, second] = [words.slice(0, n), words.slice(n)];
    const isBegun = n === 1 && BEGUN.has(first[0]!.bare) && second[0]!.bare.startsWith(`${first[0]!.bare}'`);
    if (!isBegun && !first.every((word, k) => word.bare && word.bare === second[k]!.bare)) continue;
    if (n === 2 && first[0]!.bare === "you" && first[1]!.bare === "know") continue;
    if (first.some((word) => word.ends) || words.some(isFixed)) continue;
    if (words.some((word) => !isOneTurn(word, words[0]!))) continue;
    const before = row[left[i - 1] ?? -1];
    if (n === 1 ? isSlip(first[0]!, before) : isFalseStart(first, before)) return n;
  }
  return 0;
}

/** One word twice: a small one, or one that opens its sentence. */
function isSlip(word: Word, before: Word | undefined): boolean {
  if (EITHER.has(word.bare)) return word.comma || !before || before.ends || OPENING.has(before.bare);
  return SMALL.has(word.bare);
}

/** Several words twice: begun anew, unless said again to mean more. */
function isFalseStart(first: Word[], before: Word | undefined): boolean {
  if (first.some((word) => MEANT.has(word.bare) || /^\d/.test(word.bare))) return false;
  if (new Set(first.map((word) => word.bare)).size === 1) return isSlip(first[0]!, before);
  // "on and on", "better and better": the row that comes again ends where it began.
  if (first.length === 2 && first.some((word) => word.bare === "and" || word.bare === "or")) return false;
  return first.some((word) => SMALL.has(word.bare) || EITHER.has(word.bare));
}

/** Words that a comma may stand before. */
const CLAUSE = new Set(
  "and but so or because which who where when while although though if i we they you he she it that's it's there's i'm".split(
    " ",
  ),
);

/** Behind these the comma was the filler's: "and, you know, I saw". */
const LINKS = new Set(["and", "but", "or", "because"]);

/** Whether the commas around what is taken out were its own: "it was, you know, great", but not "write, you know, publish". */
function isFramed(before: Word, behind: Word, why: string): boolean {
  if (LINKS.has(before.bare)) return true;
  if (CLAUSE.has(behind.bare)) return false;
  return why !== KNOWN || SMALL.has(before.bare) || SMALL.has(behind.bare);
}

/**
 * The word before what is taken out, with the stop that stood behind it, or without the comma before it where
 * commas are a matter of taste; in German they are not.
 */
function closed(
  before: Word,
  last: Word,
  behind: Word | undefined,
  { isLoose, why }: { isLoose: boolean; why: string },
): string | null {
  if (isFixed(before)) return null;
  const stop = /[.?!]$/.exec(last.text)?.[0];
  if (stop && !before.ends) return before.text.replace(/,$/, "") + stop;
  const drops = isLoose && before.text.endsWith(",") && last.comma && behind;
  return drops && isFramed(before, behind, why) ? before.text.slice(0, -1) : null;
}

/** Runs of words to be taken out, each short enough to be one Change. */
function rewritesOf(row: readonly Word[], gone: (string | null)[], isLoose: boolean): Rewrite[] {
  const rewrites: Rewrite[] = [];
  for (let k = 0; k < row.length; k++) {
    if (gone[k] === null) continue;
    let end = k;
    while (end < row.length && gone[end] !== null && end - k < MOST_WORDS) end++;
    const why = gone[k]!;
    rewrites.push({ from: row[k]!.at, to: row[end - 1]!.at + 1, words: [], why });
    const before = row[k - 1];
    const text = before && closed(before, row[end - 1]!, row[end], { isLoose, why });
    if (text) rewrites.push({ from: before.at, to: before.at + 1, words: [text], why });
    k = end - 1;
    // A longer run would be two Changes at one place; what goes beyond one stays.
    while (k + 1 < row.length && gone[k + 1] !== null) k++;
  }
  return rewrites;
}
