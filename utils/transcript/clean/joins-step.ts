import { memoize } from "../../shared/memoize.ts";
import { getLanguage } from "../languages/get-language.ts";
import type { Evidence } from "../model/evidence.ts";
import type { LineJoin } from "../model/transcript.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import { applyRewrites, type TokenRewrite } from "./tokens/apply-rewrites.ts";
import type { Token } from "./tokens/token.ts";
import { buildVocabulary, type SpokenVocabulary } from "./vocabulary/spoken-vocabulary.ts";

/**
 * Splits words that were glued together: "ofeducational".
 * Where the source's layout proves that a space was lost in a range, the likeliest place in it is taken.
 * Elsewhere the glued word must be unknown and both parts well known.
 * Without a word list nothing is split.
 */
export const joinsStep: CleaningStep = {
  name: "joins",
  run(tokens, context) {
    if (!context.words.size) return tokens;
    const vocabulary = buildVocabulary(tokens, context);
    const { gluedWords } = getLanguage(context.language);
    const offsets = new Map<Token, number>();
    for (const { group, isCertain } of groupJoinedTokens(tokens)) {
      const best = findBestSplit(group, isCertain, vocabulary);
      if (best) offsets.set(best.token, best.offset);
    }
    const findAtPunctuation = memoize((text) => findPunctuationSplit(text, vocabulary));
    const findInWord = memoize((text) => findWordSplit(text, gluedWords, vocabulary));
    const rewrites: TokenRewrite[] = [];
    for (const [i, token] of tokens.entries()) {
      const { text, join, correction } = token;
      const offset =
        offsets.get(token) ??
        (correction ? null : (findAtPunctuation(text) ?? (join ? null : findInWord(text))));
      if (offset) rewrites.push(createSplitRewrite(token, i, offset));
    }
    return applyRewrites(tokens, rewrites, joinsStep.name);
  },
};

/** The tokens of each range in which a space was lost. Ranges already split by hand or by a turn are left out. */
function groupJoinedTokens(tokens: readonly Token[]): { group: Token[]; isCertain: boolean }[] {
  const groups = new Map<LineJoin, Token[]>();
  const splitJoins = new Set<LineJoin>();
  // A word corrected by hand may have been the glued one, so the others are no longer certain.
  const editedJoins = new Set<LineJoin>();
  for (const [i, token] of tokens.entries()) {
    const { join, correction } = token;
    if (!join) continue;
    if (correction) {
      const isSplit = correction === tokens[i + 1]?.correction && !correction.heard.includes(" ");
      if (isSplit || correction.step === "turns") splitJoins.add(join);
      editedJoins.add(join);
      continue;
    }
    const group = groups.get(join);
    if (group) group.push(token);
    else groups.set(join, [token]);
  }
  return [...groups].flatMap(([join, group]) =>
    splitJoins.has(join) ? [] : [{ group, isCertain: join.certain && !editedJoins.has(join) }],
  );
}

interface WordSplit {
  token: Token;
  /** Offset in the token's text at which the second word begins. */
  offset: number;
  /** How much likelier two words are than one, as a natural logarithm. */
  gain: number;
}

/** Log likelihood of an unknown word: below the rarest known word, and lower for each letter. */
const estimateUnknownWord = (word: string): number => -12 - word.length;
const MIN_CERTAIN_GAIN = -9;
const MIN_POSSIBLE_GAIN = -2;
/** What a capital inside a word adds to the gain. */
const CAMEL_CASE_BONUS = 8;

function findBestSplit(
  group: readonly Token[],
  isCertain: boolean,
  vocabulary: SpokenVocabulary,
): WordSplit | null {
  const splits = group.flatMap((token) => listSplits(token, isCertain, vocabulary));
  const best = splits.toSorted((a, b) => b.gain - a.gain)[0];
  return best && best.gain > (isCertain ? MIN_CERTAIN_GAIN : MIN_POSSIBLE_GAIN) ? best : null;
}

function listSplits(
  token: Token,
  isCertain: boolean,
  { getLikelihood, getRareLikelihood }: SpokenVocabulary,
): WordSplit[] {
  const { from, to } = token.join!;
  const whole = getLikelihood(token.text) ?? getRareLikelihood(token.text);
  return listSplitOffsets(token.text).flatMap((offset) => {
    if (token.cueOffset + offset < from || token.cueOffset + offset > to) return [];
    const [a, b] = [token.text.slice(0, offset), token.text.slice(offset)];
    const [first, second] = [getLikelihood(a), getLikelihood(b)];
    // Where layout proves a join, either one part may be unknown or the whole may be known, but not both.
    const isCamelCase = isCertain && /\p{Ll}$/u.test(a) && /^\p{Lu}/u.test(b);
    const areBothKnown = first !== null && second !== null;
    const isAllowed =
      whole === null
        ? areBothKnown || isCamelCase || (isCertain && (first ?? second) !== null)
        : areBothKnown && isCertain;
    if (!isAllowed) return [];
    const gain =
      (first ?? estimateUnknownWord(a)) +
      (second ?? estimateUnknownWord(b)) -
      (whole ?? estimateUnknownWord(token.text)) +
      (isCamelCase ? CAMEL_CASE_BONUS : 0);
    return [{ token, offset, gain }];
  });
}

const TWO_CAPITALS = /^\p{Lu}{2}$/u;

/** Offsets at which a second word may begin: between letters and digits, but not inside an acronym. */
function listSplitOffsets(text: string): number[] {
  const offsets: number[] = [];
  for (let i = 1; i < text.length; i++)
    if (
      /[\p{L}\p{N}]/u.test(text[i - 1]!) &&
      /[\p{L}\p{N}$]/u.test(text[i]!) &&
      !TWO_CAPITALS.test(text.slice(i - 1, i + 1))
    )
      offsets.push(i);
  return offsets;
}

/** The part after a glued small word has at least this many letters. */
const MIN_GLUED_REST_LETTERS = 4;
/** Log likelihood that both parts of a glued word must reach together. */
const MIN_PARTS_LIKELIHOOD = -19;

/**
 * Splits an unknown lower-case word into a small word and a well-known longer one, without help from the layout.
 *
 * @returns The offset of the second word; null for none, and where several places would do.
 */
function findWordSplit(
  text: string,
  gluedWords: ReadonlySet<string>,
  { getLikelihood, getRareLikelihood }: SpokenVocabulary,
): number | null {
  if (!/^\p{Ll}[\p{Ll}'’]+\p{P}*$/u.test(text)) return null;
  if ((getLikelihood(text) ?? getRareLikelihood(text)) !== null) return null;
  const offsets = listSplitOffsets(text).filter((offset) => {
    const [small, rest] = [text.slice(0, offset), text.slice(offset).replace(/\p{P}+$/u, "")];
    const [first, second] = [getLikelihood(small), getLikelihood(rest)];
    return (
      gluedWords.has(small) &&
      rest.length >= MIN_GLUED_REST_LETTERS &&
      first !== null &&
      second !== null &&
      first + second > MIN_PARTS_LIKELIHOOD
    );
  });
  return offsets.length === 1 ? offsets[0]! : null;
}

const GLUED_PUNCTUATION = /^(.*\p{L}{2}[.?!,;])(\p{L}[\p{L}'’]*\P{L}*)$/u;

/** Splits two known words after punctuation without a space: "there.And", "ball,which". */
function findPunctuationSplit(text: string, { getLikelihood }: SpokenVocabulary): number | null {
  const [, before = "", after = ""] = GLUED_PUNCTUATION.exec(text) ?? [];
  if (!after || (before.endsWith(".") && !/^\p{Lu}/u.test(after))) return null;
  const last = before.split(/[.?!,;](?=\p{L})/u).at(-1)!;
  return getLikelihood(last) !== null && getLikelihood(after) !== null ? before.length : null;
}

function createSplitRewrite({ text, join }: Token, index: number, offset: number): TokenRewrite {
  const words = [text.slice(0, offset), text.slice(offset)];
  const why: Evidence = /\P{L}$/u.test(words[0]!)
    ? { rule: "missing-space" }
    : join
      ? { rule: "line-join" }
      : { rule: "glued-words", name: text };
  return { from: index, to: index + 1, words, why };
}
