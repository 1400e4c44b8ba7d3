import type { FillerComparison, FillerPhrase, FillerRules } from "../../languages/language.ts";
import type { Evidence } from "../../model/evidence.ts";
import { createPunctuationCheck, type VisibleToken } from "../tokens/visible-tokens.ts";
import { isFixed, isSameSpeaker, type FillerMarks } from "./filler-marks.ts";

/** Marks filler phrases and comparisons that compare nothing. */
export function markFillerPhrases(
  visible: readonly VisibleToken[],
  marks: FillerMarks,
  { phrase, comparison }: FillerRules,
): void {
  const isPunctuated = createPunctuationCheck(visible);
  const phraseEvidence: Evidence = { rule: "filler", name: phrase.words.join(" ") };
  const comparisonEvidence: Evidence = { rule: "filler", name: comparison.word };
  const size = phrase.words.length;
  for (let k = 0; k + 1 < visible.length; k++) {
    if (isPhraseAt(visible, k, phrase)) {
      if (isEnclosed(visible, k, size, marks) || (!isPunctuated(k) && isFreePhrase(visible, k, phrase)))
        for (let i = k; i < k + size; i++) marks[i] = phraseEvidence;
    } else if (isFillerComparison(visible, k, comparison)) marks[k] = comparisonEvidence;
  }
}

function isPhraseAt(visible: readonly VisibleToken[], k: number, { words }: FillerPhrase): boolean {
  const tokens = visible.slice(k, k + words.length);
  return (
    words.every((word, i) => tokens[i]?.key === word) &&
    tokens.every((token) => isSameSpeaker(token, tokens[0]!) && !isFixed(token))
  );
}

/** Whether punctuation on both sides sets a phrase apart. */
function isEnclosed(visible: readonly VisibleToken[], k: number, size: number, marks: FillerMarks): boolean {
  const [before, last] = [visible[k - 1], visible[k + size - 1]!];
  const isOpen = !before || before.isSentenceEnd || before.hasComma || marks[k - 1] !== null;
  return isOpen && (last.hasComma || (last.isSentenceEnd && last.text.endsWith("...")));
}

/** Whether a phrase in unpunctuated text depends on none of its neighbors. */
function isFreePhrase(visible: readonly VisibleToken[], k: number, phrase: FillerPhrase): boolean {
  const end = k + phrase.words.length;
  const [before, last, after] = [visible[k - 1], visible[end - 1]!, visible[end]];
  return (
    after !== undefined &&
    isSameSpeaker(after, last) &&
    !last.isSentenceEnd &&
    !visible.slice(k, end - 1).some(({ hasComma }) => hasComma) &&
    !phrase.meaningfulAfter.has(before?.key ?? "") &&
    !phrase.meaningfulBefore.has(after.key)
  );
}

/** Whether "like" is between commas, opens a sentence before its subject, or splits an infinitive. */
function isFillerComparison(
  visible: readonly VisibleToken[],
  k: number,
  { word, subjects, infinitiveMarker, verbs }: FillerComparison,
): boolean {
  const [before, token, next] = [visible[k - 1], visible[k]!, visible[k + 1]!];
  if (token.key !== word || isFixed(token)) return false;
  if (token.hasComma) return before?.hasComma === true;
  if (before?.key === infinitiveMarker) return verbs.has(next.key);
  const opensSentence = !before || (before.isSentenceEnd && isSameSpeaker(before, token));
  return opensSentence && subjects.has(next.key);
}
