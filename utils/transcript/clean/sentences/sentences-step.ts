import type { CleaningStep } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";
import { createPunctuationCheck, getVisibleTokens, type VisibleToken } from "../tokens/visible-tokens.ts";
import { memoize } from "../../../shared/memoize.ts";
import { computeStopChances } from "./stop-odds.ts";
import { getProperNouns } from "../vocabulary/proper-nouns.ts";
import { isQuestionStart, isQuestion, NEVER_BEFORE_QUESTION } from "./is-question.ts";

/** A full stop is put where it is at least this likely, a comma where it is. */
const MIN_STOP_CHANCE = 0.5;
const MIN_COMMA_CHANCE = 0.5;
/** A sentence is at least so long, in words. */
const MIN_SENTENCE_WORDS = 3;
/** Longer ones are parted at the likeliest place, if it is likely enough. */
const MAX_UNSPLIT_WORDS = 36;
const MIN_SPLIT_CHANCE = 0.12;
/** No sentence ends with these. */
const NEVER_LAST_WORDS = new Set(
  (
    "a an the of to and or my your our their his its in with for from as at by into about between i we they he she i'm " +
    "i've it's that's there's very but if because than that which who where when why how what like just am is are was " +
    "were be been can could would should will has have had not these every don't doesn't he's she's they're we're you're it'll i'll he'll they'll means reason also even called"
  ).split(" "),
);
/** A sentence that no one punctuated is taken to begin with one of these only. */
const FIRST_WORDS = new Set(
  (
    "i i'm i've i'll i'd you you're you've we we're we've he he's she she's they they're it it's it'll that that's this " +
    "these there there's here here's and but so or well yeah yes no okay ok right now then also because if when while " +
    "what what's how why who where which do does did is are was can could would should have has let let's maybe " +
    "sometimes actually basically obviously anyway first in for as at on my our your the a an people everybody nobody " +
    "one most like mm-hmm hmm oh wow sure exactly absolutely interesting cool thanks thank hello hi welcome not none"
  ).split(" "),
);
/** Before these a comma will do, unless the sentence is as long as this. */
const LINKING_WORDS = new Set(["and", "but", "or"]);
const MIN_LINKED_SENTENCE_WORDS = 14;

/**
 * Capitals, and stops where a recogniser gave none. Capitals and punctuation are no Changes, so nothing is recorded.
 * Text that has stops of its own keeps them as they are.
 */
export const sentencesStep: CleaningStep = {
  name: "sentences",
  run(pieces, { language = "en", names }) {
    const row = getVisibleTokens(pieces);
    const isEnglish = /^en\b/i.test(language);
    const marks = isEnglish ? computeMarks(row) : row.map(() => "");
    const own = new Set(names.flatMap(({ name }) => (/^\p{Ll}\S*$/u.test(name) ? [name] : [])));
    const texts = row.map(({ text }, k) => {
      const mark = marks[k]!;
      return mark ? (mark === "," ? text : text.replace(/[,;]$/, "")) + mark : text;
    });
    if (isEnglish) applyProperNouns(row, texts);
    const shown = new Map<number, string>();
    const isReply = (k: number) =>
      row[k - 1]!.token.speaker !== row[k]!.token.speaker && isSentenceEnd(texts[k - 1]!);
    row.forEach(({ text, index: at }, k) => {
      const starts = k === 0 || isSentenceBoundary(texts[k - 1]!) || isReply(k);
      const word = starts && !hasOwnCase(texts[k]!, own) ? toCapitalized(texts[k]!) : texts[k]!;
      if (word !== text) shown.set(at, word);
    });
    return shown.size
      ? pieces.map((piece, i): Token => (shown.has(i) ? { ...piece, text: shown.get(i)! } : piece))
      : pieces;
  },
};

/** A sentence begins behind a word with a stop, unless the stop belongs to the word. */
const isSentenceBoundary = memoize(
  (before) => /[.?!]["”’)\]]*$/.test(before) && !before.endsWith("..") && isSentenceEnd(before),
);

/** Names that have no capital at the start of a sentence either, and words with capitals of their own inside. */
function hasOwnCase(text: string, own: ReadonlySet<string>): boolean {
  const plain = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return own.has(plain) || /\p{Ll}.*\p{Lu}|\.\p{L}/u.test(plain);
}

/** The stop or comma that belongs behind each word; empty for none, and where the word has one. */
function computeMarks(row: readonly VisibleToken[]): string[] {
  const isPunctuated = createPunctuationCheck(row);
  const words = row.map((word) => word.normalized);
  const marks = row.map(() => "");
  const chances = row.map((_, k) => (isPunctuated(k) ? null : computeStopChances(words, k)));
  const isOpen = (k: number) => {
    const [word, next] = [row[k]!, row[k + 1]];
    if (!next || word.isSentenceEnd || word.isAfterGap || next.isAfterGap) return false;
    const isOneName = word.token.correction && word.token.correction === next.token.correction;
    return !isOneName && !(/\d$/.test(word.text) && /^\d/.test(next.text));
  };
  let start = 0;
  for (let k = 0; k < row.length; k++) {
    const { isSentenceEnd: ends, hasComma: comma, token: piece } = row[k]!;
    const next = row[k + 1];
    const isTurn = next ? next.token.speaker !== piece.speaker : chances[k] !== null;
    if (isTurn && !ends && !piece.lost && !row[k]!.text.endsWith(".")) marks[k] = ".";
    else if (isOpen(k) && chances[k]) {
      const { comma: c, stop } = chances[k]!;
      const isLinked =
        LINKING_WORDS.has(words[k + 1]!) &&
        words[k + 2] !== "so" &&
        k - start + 1 < MIN_LINKED_SENTENCE_WORDS;
      const isLikely =
        stop > MIN_STOP_CHANCE || (isQuestionStart(words, k + 1) && !NEVER_BEFORE_QUESTION.has(words[k]!));
      // "Do you think so": no sentence is one word at the end of what somebody says.
      const opens = FIRST_WORDS.has(words[k + 1]!) && row[k + 2]?.token.speaker === next?.token.speaker;
      if (
        isLikely &&
        opens &&
        !isLinked &&
        k - start + 1 >= MIN_SENTENCE_WORDS &&
        !NEVER_LAST_WORDS.has(words[k]!)
      )
        marks[k] = ".";
      else if ((c > MIN_COMMA_CHANCE || (isLinked && stop > MIN_STOP_CHANCE)) && !comma) marks[k] = ",";
    }
    if (!marks[k]!.startsWith(".") && !ends) continue;
    part(start, k);
    start = k + 1;
  }
  return marks;

  /** Ends a sentence: too long a one is parted, and it is looked at whether it asks something. */
  function part(from: number, to: number) {
    if (to - from >= MAX_UNSPLIT_WORDS) {
      let best = -1;
      for (let k = from + MIN_SENTENCE_WORDS; k < to - MIN_SENTENCE_WORDS; k++)
        if (
          isOpen(k) &&
          chances[k] &&
          FIRST_WORDS.has(words[k + 1]!) &&
          !NEVER_LAST_WORDS.has(words[k]!) &&
          chances[k]!.stop > (chances[best]?.stop ?? MIN_SPLIT_CHANCE)
        )
          best = k;
      if (best >= 0) {
        marks[best] = ".";
        part(from, best);
        part(best + 1, to);
        return;
      }
    }
    if (marks[to] === "." && isQuestion(words.slice(from, to + 1))) marks[to] = "?";
  }
}

const LOWER_CASE_I = /^(["“‘(]?)i(?=(?:['’](?:m|ve|ll|d))?\P{L}*$)/u;

/** "I", and the names of days, months, countries and languages. */
function applyProperNouns(row: readonly VisibleToken[], texts: string[]): void {
  const known = getProperNouns();
  for (const [k, { normalized: bare, text }] of row.entries()) {
    if (bare[0] === "i") texts[k] = texts[k]!.replace(LOWER_CASE_I, "$1I");
    const name = known.get(bare.endsWith("'s") ? bare.slice(0, -2) : bare);
    if (name === undefined || !/^\P{L}*\p{Ll}/u.test(text)) continue;
    if (name) texts[k] = toCapitalized(texts[k]!);
    else if (known.has(`${bare} ${row[k + 1]?.normalized ?? ""}`))
      [texts[k], texts[k + 1]] = [toCapitalized(texts[k]!), toCapitalized(texts[k + 1]!)];
  }
}

const toCapitalized = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
