import type { SentenceRules } from "../../languages/language.ts";
import { createPunctuationCheck, type VisibleToken } from "../tokens/visible-tokens.ts";
import { computeStopChances } from "./stop-chances.ts";

/** A full stop or comma is put where its chance is above this. */
const MIN_MARK_CHANCE = 0.5;
const MIN_SENTENCE_WORDS = 3;
/** Longer sentences are split at their likeliest place, if its chance is above the minimum. */
const MAX_UNSPLIT_WORDS = 36;
const MIN_SPLIT_CHANCE = 0.12;
/** Before "and" a comma replaces the full stop of a sentence shorter than this. */
const MIN_LINKED_SENTENCE_WORDS = 14;

/** A punctuation mark to append to a word; empty for none. */
type AppendedMark = "" | "," | "." | "?";

/** The mark to append to each visible token. Tokens that have one, and those in punctuated text, get none. */
export function computeMarks(visible: readonly VisibleToken[], rules: SentenceRules): AppendedMark[] {
  const punctuator = new Punctuator(visible, rules);
  let start = 0;
  for (let k = 0; k < visible.length; k++) {
    punctuator.markWord(k, start);
    if (punctuator.marks[k] !== "." && !visible[k]!.isSentenceEnd) continue;
    punctuator.finishSentence(start, k);
    start = k + 1;
  }
  return punctuator.marks;
}

class Punctuator {
  readonly marks: AppendedMark[];
  readonly #visible: readonly VisibleToken[];
  readonly #rules: SentenceRules;
  readonly #words: readonly string[];
  /** Null where the text is punctuated. */
  readonly #chances: readonly ({ comma: number; stop: number } | null)[];

  constructor(visible: readonly VisibleToken[], rules: SentenceRules) {
    const isPunctuated = createPunctuationCheck(visible);
    const words = visible.map(({ key }) => key);
    this.#visible = visible;
    this.#rules = rules;
    this.#words = words;
    this.marks = visible.map(() => "");
    this.#chances = visible.map((_, k) =>
      isPunctuated(k) ? null : computeStopChances(rules.odds, words, k),
    );
  }

  /** Decides on the mark after one word of the sentence that begins at `start`. */
  markWord(k: number, start: number): void {
    const { token, text, isSentenceEnd, hasComma } = this.#visible[k]!;
    const next = this.#visible[k + 1];
    const chances = this.#chances[k]!;
    const endsTurn = next ? next.token.speaker !== token.speaker : chances !== null;
    if (endsTurn && !isSentenceEnd && !token.lost && !text.endsWith(".")) {
      this.marks[k] = ".";
      return;
    }
    if (!chances || !this.#isOpen(k)) return;
    const length = k - start + 1;
    const isLinked = this.#isLinked(k, length);
    if (!isLinked && length >= MIN_SENTENCE_WORDS && this.#isLikelyEnd(k, chances.stop)) this.marks[k] = ".";
    else if (!hasComma && (chances.comma > MIN_MARK_CHANCE || (isLinked && chances.stop > MIN_MARK_CHANCE)))
      this.marks[k] = ",";
  }

  /** Splits a sentence that is too long, and decides whether it asks something. */
  finishSentence(from: number, to: number): void {
    const split = to - from >= MAX_UNSPLIT_WORDS ? this.#findSplit(from, to) : -1;
    if (split >= 0) {
      this.marks[split] = ".";
      this.finishSentence(from, split);
      this.finishSentence(split + 1, to);
    } else if (this.marks[to] === "." && this.#rules.isQuestion(this.#words.slice(from, to + 1)))
      this.marks[to] = "?";
  }

  /** Whether a mark may follow a word: not where words are lost, and not inside a name or number. */
  #isOpen(k: number): boolean {
    const [current, next] = [this.#visible[k]!, this.#visible[k + 1]];
    if (!next || current.isSentenceEnd || current.isAfterGap || next.isAfterGap) return false;
    const { correction } = current.token;
    if (correction && correction === next.token.correction) return false;
    return !(/\d$/.test(current.text) && /^\d/.test(next.text));
  }

  /** Whether the next word continues a short sentence: "…, and then". */
  #isLinked(k: number, length: number): boolean {
    const { linkingWords, consequence } = this.#rules;
    return (
      linkingWords.has(this.#words[k + 1]!) &&
      this.#words[k + 2] !== consequence &&
      length < MIN_LINKED_SENTENCE_WORDS
    );
  }

  #isLikelyEnd(k: number, stop: number): boolean {
    const { isQuestionStart, neverBeforeQuestion } = this.#rules;
    const beforeQuestion = isQuestionStart(this.#words, k + 1) && !neverBeforeQuestion.has(this.#words[k]!);
    // No sentence is one word at the end of a turn: "do you think so".
    const hasRoom = this.#visible[k + 2]?.token.speaker === this.#visible[k + 1]?.token.speaker;
    return (stop > MIN_MARK_CHANCE || beforeQuestion) && hasRoom && this.#isBoundary(k);
  }

  /** Whether a sentence may end with a word and another begin with the next. */
  #isBoundary(k: number): boolean {
    const { firstWords, neverLast } = this.#rules;
    return firstWords.has(this.#words[k + 1]!) && !neverLast.has(this.#words[k]!);
  }

  /** Index of the likeliest end of a sentence between two words; -1 for none. */
  #findSplit(from: number, to: number): number {
    let best = -1;
    let bestChance = MIN_SPLIT_CHANCE;
    for (let k = from + MIN_SENTENCE_WORDS; k < to - MIN_SENTENCE_WORDS; k++) {
      const stop = this.#chances[k]?.stop ?? 0;
      if (stop > bestChance && this.#isOpen(k) && this.#isBoundary(k)) [best, bestChance] = [k, stop];
    }
    return best;
  }
}
