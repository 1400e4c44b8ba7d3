import type { FillerRules } from "../../languages/language.ts";
import type { VisibleToken } from "../tokens/visible-tokens.ts";
import { isFixed, isSameSpeaker, type FillerMarks } from "./filler-marks.ts";

/** Longer repeats are not looked for. */
const MAX_REPEATED_WORDS = 4;

/** Marks the first of two equal runs of words next to each other, unless the repeat may be on purpose. */
export function markRepeats(visible: readonly VisibleToken[], marks: FillerMarks, rules: FillerRules): void {
  const unmarked = visible.flatMap((token, k) => (marks[k] === null ? [{ token, k }] : []));
  const tokens = unmarked.map(({ token }) => token);
  for (let i = 0; i < tokens.length;) {
    const length = countAccidentalRepeat(tokens, i, rules);
    for (const { k } of unmarked.slice(i, i + length)) marks[k] = { rule: "repeat" };
    i += Math.max(1, length);
  }
}

/** How many words from index `i` on are repeated by accident right after themselves; 0 for none. */
function countAccidentalRepeat(tokens: readonly VisibleToken[], i: number, rules: FillerRules): number {
  const head = tokens[i]!.key;
  for (let n = MAX_REPEATED_WORDS; n > 0; n--) {
    const next = tokens[i + n]?.key;
    const mayRestart = n === 1 && rules.restartedPronouns.has(head);
    if (next === undefined || (next !== head && !mayRestart)) continue;
    const both = tokens.slice(i, i + 2 * n);
    if (both.length < 2 * n) continue;
    const [first, second] = [both.slice(0, n), both.slice(n)];
    const isRestarted = mayRestart && next.startsWith(`${head}'`);
    if (!isRestarted && !first.every(({ key }, k) => key && key === second[k]!.key)) continue;
    if (isPhrase(first, rules.phrase.words)) continue;
    if (first.some(({ isSentenceEnd }) => isSentenceEnd) || both.some(isFixed)) continue;
    if (both.some((token) => !isSameSpeaker(token, both[0]!))) continue;
    const before = tokens[i - 1];
    if (n === 1 ? isSlip(first[0]!, before, rules) : isFalseStart(first, before, rules)) return n;
  }
  return 0;
}

const isPhrase = (tokens: readonly VisibleToken[], words: readonly string[]): boolean =>
  tokens.length === words.length && tokens.every(({ key }, k) => key === words[k]);

/** Whether one word repeated is an accident: it is a small word, or it opens its sentence. */
function isSlip(token: VisibleToken, before: VisibleToken | undefined, rules: FillerRules): boolean {
  if (rules.endOrStartWords.has(token.key))
    return token.hasComma || !before || before.isSentenceEnd || rules.openers.has(before.key);
  return rules.smallWords.has(token.key);
}

/** Whether several words repeated are a restart rather than emphasis. */
function isFalseStart(
  first: readonly VisibleToken[],
  before: VisibleToken | undefined,
  rules: FillerRules,
): boolean {
  if (first.some(({ key }) => rules.emphaticWords.has(key) || /^\d/.test(key))) return false;
  if (new Set(first.map(({ key }) => key)).size === 1) return isSlip(first[0]!, before, rules);
  // In "on and on" and "better and better" the repeated run ends where it began.
  if (first.length === 2 && first.some(({ key }) => rules.coordinators.has(key))) return false;
  return first.some(({ key }) => rules.smallWords.has(key) || rules.endOrStartWords.has(key));
}
