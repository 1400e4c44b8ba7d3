import type { FillerRules } from "../../languages/language.ts";
import type { Evidence } from "../../model/evidence.ts";
import { MAX_CHANGE_WORDS, type TokenRewrite } from "../tokens/apply-rewrites.ts";
import type { VisibleToken } from "../tokens/visible-tokens.ts";
import { isFixed, type FillerMarks } from "./filler-marks.ts";

interface CommaRules {
  /** Commas around a filler are a matter of taste. */
  hasOptionalCommas: boolean;
  rules: FillerRules | null;
}

/** The rewrites that remove marked words, each short enough for one Change. */
export function createFillerRewrites(
  visible: readonly VisibleToken[],
  marks: FillerMarks,
  language: CommaRules,
): TokenRewrite[] {
  const rewrites: TokenRewrite[] = [];
  for (let k = 0; k < visible.length; k++) {
    const why = marks[k];
    if (!why) continue;
    let end = k;
    while (end < visible.length && marks[end] && end - k < MAX_CHANGE_WORDS) end++;
    const [before, first, last, after] = [visible[k - 1], visible[k]!, visible[end - 1]!, visible[end]];
    rewrites.push({ from: first.index, to: last.index + 1, words: [], why });
    const text = before && closeGap(before, last, after, why, language);
    if (text) rewrites.push({ from: before.index, to: before.index + 1, words: [text], why });
    k = end - 1;
    // A second Change at the same place would collide with this one, so the rest of a longer run remains.
    while (k + 1 < visible.length && marks[k + 1]) k++;
  }
  return rewrites;
}

/**
 * Punctuates the word before a removed run: it takes over the full stop of the run, or loses a comma that belonged
 * to the run.
 *
 * @returns The new text of the word, or null where it stays as it is.
 */
function closeGap(
  before: VisibleToken,
  last: VisibleToken,
  after: VisibleToken | undefined,
  why: Evidence,
  { hasOptionalCommas, rules }: CommaRules,
): string | null {
  if (isFixed(before)) return null;
  const stop = /[.?!]$/.exec(last.text)?.[0];
  if (stop && !before.isSentenceEnd) return before.text.replace(/,$/, "") + stop;
  const hasTwoCommas = before.text.endsWith(",") && last.hasComma;
  if (!hasOptionalCommas || !hasTwoCommas || !after) return null;
  return !rules || ownsCommas(before, after, why, rules) ? before.text.slice(0, -1) : null;
}

/** Whether both commas belong to the removed run: "it was, you know, great", but not "write, you know, publish". */
function ownsCommas(
  before: VisibleToken,
  after: VisibleToken,
  why: Evidence,
  { linkingWords, clauseOpeners, smallWords, phrase }: FillerRules,
): boolean {
  if (linkingWords.has(before.key)) return true;
  if (clauseOpeners.has(after.key)) return false;
  const isPhrase = why.rule === "filler" && why.name === phrase.words.join(" ");
  return !isPhrase || smallWords.has(before.key) || smallWords.has(after.key);
}
