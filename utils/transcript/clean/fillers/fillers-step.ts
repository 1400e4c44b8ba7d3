import type { Evidence } from "../../model/evidence.ts";
import type { CleaningStep } from "../context/cleaning-step.ts";
import { createPunctuationCheck, getVisibleTokens, type VisibleToken } from "../tokens/visible-tokens.ts";
import { MAX_CHANGE_WORDS, applyRewrites, type TokenRewrite } from "../tokens/apply-rewrites.ts";

/** Sounds of hesitation, by language: "um" is a word in German. */
const HESITATION_SOUNDS: { [language: string]: ReadonlySet<string> } = {
  en: new Set(["uh", "um", "uhm", "uhh", "umm", "er", "erm", "hm"]),
  de: new Set(["äh", "ähm", "öh", "öhm", "hm"]),
  fr: new Set(["euh", "heu", "hum"]),
  es: new Set(["eh", "ehm", "mmm"]),
  nl: new Set(["eh", "ehm", "uh", "uhm"]),
  it: new Set(["ehm", "eh"]),
};

/** "I I've": begun and said again with its verb. */
const RESTARTED_PRONOUNS = new Set(["i", "we", "they", "he", "she", "there", "who"]);
/** Words that are said twice by accident; others may be said twice to mean more. English. */
const SMALL_WORDS = new Set(
  (
    "i we he she they the a an my your our his their its to of in on at by for from with into about and or but if " +
    "as because so's when while where why how who which whether than is are was were be been am has have do does did " +
    "can could would should will may might must i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll " +
    "he's she's they're they've they'd they'll it's that's there's what's who's how's let's don't doesn't isn't can't " +
    "maybe some every each any these those there then just also only like"
  ).split(" "),
);
/** They may end a sentence and begin the next: "I wrote it it was". Only behind a word that opens one. */
const END_OR_START_WORDS = new Set([
  "so",
  "it",
  "you",
  "that",
  "this",
  "what",
  "them",
  "her",
  "him",
  "me",
  "us",
  "one",
]);
const OPENING_WORDS = new Set(
  "and but so because or if that when like well yeah okay then as though although since while now i mean um uh".split(
    " ",
  ),
);
/** Runs of several words that are said again on purpose have one of these, or say one word again and again. */
const EMPHATIC_WORDS = new Set(
  "very really so more much many far super again blah no yes yeah okay right good great bye ha never ever long way lot lots".split(
    " ",
  ),
);
/** Longest run of words that is looked for again right behind itself. */
const MAX_REPEATED_WORDS = 4;

const HESITATION: Evidence = { rule: "hesitation" };
const REPEAT: Evidence = { rule: "repeat" };
const YOU_KNOW: Evidence = { rule: "filler", name: "you know" };
const LIKE: Evidence = { rule: "filler", name: "like" };
/** "do you know", "as you know": there it is no filler. */
const WORDS_BEFORE_YOU_KNOW = new Set(
  "do did if as when because let that what once now since would will might may can should to how don't didn't does couldn't than whether who before until".split(
    " ",
  ),
);
const WORDS_AFTER_YOU_KNOW = new Set(
  "what how that if why who where when whether which it this him her them me us enough about nothing better more everything something anything all your my our their his".split(
    " ",
  ),
);

/**
 * Takes out what carries no meaning: sounds of hesitation, words said twice by accident, "you know" and "like"
 * between commas. What may mean something stays: "very very", "the word um", the end of one sentence said again at
 * the start of the next.
 */
export const fillersStep: CleaningStep = {
  name: "fillers",
  run(pieces, { language = "en" }) {
    const base = language.toLowerCase().split("-")[0]!;
    const sounds = HESITATION_SOUNDS[base] ?? new Set();
    const row = getVisibleTokens(pieces);
    const gone: (Evidence | null)[] = row.map(() => null);
    row.forEach((word, k) => {
      if (sounds.has(word.normalized) && !isQuoted(row, k)) gone[k] = HESITATION;
    });
    if (base === "en") {
      markFillerPhrases(row, gone);
      markRepeats(row, gone);
    }
    const rewrites = createFillerRewrites(row, gone, base !== "de");
    return applyRewrites(
      pieces,
      rewrites.toSorted((a, b) => a.from - b.from),
      fillersStep.name,
    );
  },
};

/** Corrected by an earlier step, or words are missing before it: it stays. */
const isFixed = ({ token: piece, isAfterGap: lost }: VisibleToken) => piece.correction !== undefined || lost;

const isSameSpeaker = (a: VisibleToken, b: VisibleToken) => a.token.speaker === b.token.speaker;

/** In quotes, or spoken of: "the word um", "an um". */
function isQuoted(row: readonly VisibleToken[], k: number): boolean {
  const before = row[k - 1]?.normalized ?? "";
  return /^["“‘']|["”’']$/.test(row[k]!.text) || before === "word" || before === "an" || before === "say";
}

/** "you know" and "like" where nothing depends on them. */
function markFillerPhrases(row: readonly VisibleToken[], gone: (Evidence | null)[]): void {
  const isPunctuated = createPunctuationCheck(row);
  for (let k = 0; k + 1 < row.length; k++) {
    const [word, next, before, behind] = [row[k]!, row[k + 1]!, row[k - 1], row[k + 2]];
    if (
      word.normalized === "you" &&
      next.normalized === "know" &&
      isSameSpeaker(word, next) &&
      !isFixed(word) &&
      !isFixed(next)
    ) {
      const opens = !before || before.isSentenceEnd || before.hasComma || gone[k - 1] !== null;
      const set = opens && (next.hasComma || (next.isSentenceEnd && next.text.endsWith("...")));
      const free =
        !isPunctuated(k) &&
        !word.hasComma &&
        !next.isSentenceEnd &&
        !WORDS_BEFORE_YOU_KNOW.has(before?.normalized ?? "") &&
        !WORDS_AFTER_YOU_KNOW.has(behind?.normalized ?? "") &&
        behind !== undefined &&
        isSameSpeaker(behind, next);
      if (set || free) gone[k] = gone[k + 1] = YOU_KNOW;
    } else if (word.normalized === "like" && !isFixed(word) && isFillerLike(word, next, before))
      gone[k] = LIKE;
  }
}

/** Before these, at the start of a sentence, and between "to" and these, "like" compares nothing. */
const LIKE_SUBJECTS = new Set(
  "there's there we we'll we're i'm i've i'll it's they they're he he's she that's you're".split(" "),
);
const LIKE_VERBS = new Set(
  "think take get make do go be have see run use try build create find figure show start say know actually just really understand learn give keep put write talk look help play move work train tell turn bring change read".split(
    " ",
  ),
);

/** "Like" between commas, opening a sentence before its subject, or between "to" and its verb. */
function isFillerLike(word: VisibleToken, next: VisibleToken, before: VisibleToken | undefined): boolean {
  if (word.hasComma) return before?.hasComma === true;
  if (before?.normalized === "to") return LIKE_VERBS.has(next.normalized);
  return (
    (!before || before.isSentenceEnd) &&
    LIKE_SUBJECTS.has(next.normalized) &&
    (!before || isSameSpeaker(before, word))
  );
}

/** A run of words that stands there twice: the first is taken out. */
function markRepeats(row: readonly VisibleToken[], gone: (Evidence | null)[]): void {
  const left = row.flatMap((_, k) => (gone[k] === null ? [k] : []));
  for (let i = 0; i < left.length;) {
    const length = countAccidentalRepeat(row, left, i);
    if (!length) {
      i++;
      continue;
    }
    for (const k of left.slice(i, i + length)) gone[k] = REPEAT;
    i += length;
  }
}

/** How many words from `i` on come again right behind themselves by accident; 0 for none. */
function countAccidentalRepeat(row: readonly VisibleToken[], left: number[], i: number): number {
  const head = row[left[i]!]!.normalized;
  for (let n = MAX_REPEATED_WORDS; n > 0; n--) {
    const next = row[left[i + n] ?? -1]?.normalized;
    if (next === undefined || (next !== head && !(n === 1 && RESTARTED_PRONOUNS.has(head)))) continue;
    const words = left.slice(i, i + 2 * n).map((k) => row[k]!);
    if (words.length < 2 * n) continue;
    const [first, second] = [words.slice(0, n), words.slice(n)];
    const isBegun =
      n === 1 &&
      RESTARTED_PRONOUNS.has(first[0]!.normalized) &&
      second[0]!.normalized.startsWith(`${first[0]!.normalized}'`);
    if (!isBegun && !first.every((word, k) => word.normalized && word.normalized === second[k]!.normalized))
      continue;
    if (n === 2 && first[0]!.normalized === "you" && first[1]!.normalized === "know") continue;
    if (first.some((word) => word.isSentenceEnd) || words.some(isFixed)) continue;
    if (words.some((word) => !isSameSpeaker(word, words[0]!))) continue;
    const before = row[left[i - 1] ?? -1];
    if (n === 1 ? isSlip(first[0]!, before) : isFalseStart(first, before)) return n;
  }
  return 0;
}

/** One word twice: a small one, or one that opens its sentence. */
function isSlip(word: VisibleToken, before: VisibleToken | undefined): boolean {
  if (END_OR_START_WORDS.has(word.normalized))
    return word.hasComma || !before || before.isSentenceEnd || OPENING_WORDS.has(before.normalized);
  return SMALL_WORDS.has(word.normalized);
}

/** Several words twice: begun anew, unless said again to mean more. */
function isFalseStart(first: VisibleToken[], before: VisibleToken | undefined): boolean {
  if (first.some((word) => EMPHATIC_WORDS.has(word.normalized) || /^\d/.test(word.normalized))) return false;
  if (new Set(first.map((word) => word.normalized)).size === 1) return isSlip(first[0]!, before);
  // "on and on", "better and better": the row that comes again ends where it began.
  if (first.length === 2 && first.some((word) => word.normalized === "and" || word.normalized === "or"))
    return false;
  return first.some((word) => SMALL_WORDS.has(word.normalized) || END_OR_START_WORDS.has(word.normalized));
}

/** Words that a comma may stand before. */
const CLAUSE_OPENERS = new Set(
  "and but so or because which who where when while although though if i we they you he she it that's it's there's i'm".split(
    " ",
  ),
);

/** Behind these the comma was the filler's: "and, you know, I saw". */
const LINKING_WORDS = new Set(["and", "but", "or", "because"]);

/** Whether the commas around what is taken out were its own: "it was, you know, great", but not "write, you know, publish". */
function hasFramingCommas(before: VisibleToken, behind: VisibleToken, why: Evidence): boolean {
  if (LINKING_WORDS.has(before.normalized)) return true;
  if (CLAUSE_OPENERS.has(behind.normalized)) return false;
  return why !== YOU_KNOW || SMALL_WORDS.has(before.normalized) || SMALL_WORDS.has(behind.normalized);
}

/**
 * The word before what is taken out, with the stop that stood behind it, or without the comma before it where
 * commas are a matter of taste; in German they are not.
 */
function closeGap(
  before: VisibleToken,
  last: VisibleToken,
  behind: VisibleToken | undefined,
  { isLoose, why }: { isLoose: boolean; why: Evidence },
): string | null {
  if (isFixed(before)) return null;
  const stop = /[.?!]$/.exec(last.text)?.[0];
  if (stop && !before.isSentenceEnd) return before.text.replace(/,$/, "") + stop;
  const drops = isLoose && before.text.endsWith(",") && last.hasComma && behind;
  return drops && hasFramingCommas(before, behind, why) ? before.text.slice(0, -1) : null;
}

/** Runs of words to be taken out, each short enough to be one Change. */
function createFillerRewrites(
  row: readonly VisibleToken[],
  gone: (Evidence | null)[],
  isLoose: boolean,
): TokenRewrite[] {
  const rewrites: TokenRewrite[] = [];
  for (let k = 0; k < row.length; k++) {
    if (gone[k] === null) continue;
    let end = k;
    while (end < row.length && gone[end] !== null && end - k < MAX_CHANGE_WORDS) end++;
    const why = gone[k]!;
    rewrites.push({ from: row[k]!.index, to: row[end - 1]!.index + 1, words: [], why });
    const before = row[k - 1];
    const text = before && closeGap(before, row[end - 1]!, row[end], { isLoose, why });
    if (text) rewrites.push({ from: before.index, to: before.index + 1, words: [text], why });
    k = end - 1;
    // A longer run would be two Changes at one place; what goes beyond one stays.
    while (k + 1 < row.length && gone[k + 1] !== null) k++;
  }
  return rewrites;
}
