import type { Evidence } from "../model/evidence.ts";
import type { LineJoin } from "../model/transcript.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";
import { applyRewrites, type TokenRewrite } from "./tokens/apply-rewrites.ts";
import { memoize } from "../../shared/memoize.ts";
import { buildVocabulary, type SpokenVocabulary } from "./vocabulary/spoken-vocabulary.ts";

/**
 * Splits words that were glued together ("ofeducational"). Two kinds of evidence:
 * where the source's layout proves that a space was lost in a stretch, the likeliest place in it is taken; where it
 * only allows it, or says nothing, the glued word must be unknown and both parts well known.
 * Without a list of words nothing is split.
 */
export const joinsStep: CleaningStep = {
  name: "joins",
  run(pieces, context) {
    if (!context.words.size) return pieces;
    const known = buildVocabulary(pieces, context);
    const chosen = new Map<Token, number>();
    for (const { group, certain } of groupJoinedTokens(pieces)) {
      const best = findBestSplit(group, certain, known);
      if (best) chosen.set(best.token, best.offset);
    }
    const stops = memoize((text) => findStopSplit(text, known));
    const lone = memoize((text) => findLoneSplit(text, known));
    const rewrites: TokenRewrite[] = [];
    for (const [i, piece] of pieces.entries()) {
      const { text, join, correction } = piece;
      const cut = chosen.get(piece) ?? (correction ? null : (stops(text) ?? (join ? null : lone(text))));
      if (cut) rewrites.push(createSplitRewrite(piece, i, cut));
    }
    return applyRewrites(pieces, rewrites, "joins");
  },
};

/** The pieces of each stretch in which a space was lost. */
function groupJoinedTokens(pieces: Token[]): { group: Token[]; certain: boolean }[] {
  const groups = new Map<LineJoin, Token[]>();
  const done = new Set<LineJoin>();
  // Where a word was corrected by hand, it may have been the glued one: nothing is certain of the others.
  const edited = new Set<LineJoin>();
  for (const [i, piece] of pieces.entries()) {
    if (!piece.join) continue;
    // Parted already, by hand or where a turn begins.
    const isParted = piece.correction && piece.correction === pieces[i + 1]?.correction;
    if ((isParted && !piece.correction!.heard.includes(" ")) || piece.correction?.step === "turns")
      done.add(piece.join);
    if (piece.correction) {
      edited.add(piece.join);
      continue;
    }
    const group = groups.get(piece.join) ?? [];
    group.push(piece);
    groups.set(piece.join, group);
  }
  return [...groups].flatMap(([join, group]) =>
    done.has(join) ? [] : [{ group, certain: join.certain && !edited.has(join) }],
  );
}

interface WordSplit {
  token: Token;
  /** Offset in the piece's text at which the second word begins. */
  offset: number;
  gain: number;
}

/** Log-likelihood an unknown word is given: below the rarest known one, and less for each letter. */
const estimateUnknownWord = (word: string) => -12 - word.length;
/** A new pair of words must be at least this much likelier (natural logarithm) than the word it replaces. */
const MIN_CERTAIN_GAIN = -9;
const MIN_POSSIBLE_GAIN = -2;
/** What a capital inside a word adds. */
const CAMEL_CASE_BONUS = 8;

function findBestSplit(group: Token[], certain: boolean, known: SpokenVocabulary): WordSplit | null {
  const cuts = group.flatMap((piece) => listSplits(piece, certain, known));
  const best = cuts.toSorted((a, b) => b.gain - a.gain)[0];
  return best && best.gain > (certain ? MIN_CERTAIN_GAIN : MIN_POSSIBLE_GAIN) ? best : null;
}

function listSplits(piece: Token, certain: boolean, { likely, rare }: SpokenVocabulary): WordSplit[] {
  const { from, to } = piece.join!;
  const known = likely(piece.text) ?? rare(piece.text);
  return findSplitOffsets(piece.text).flatMap((cut) => {
    if (piece.cueOffset + cut < from || piece.cueOffset + cut > to) return [];
    const [a, b] = [piece.text.slice(0, cut), piece.text.slice(cut)];
    const [one, two] = [likely(a), likely(b)];
    // Where layout proves a join, one of the two words may be unknown if the glued one is, or all may be known.
    const camel = certain && /\p{Ll}$/u.test(a) && /^\p{Lu}/u.test(b);
    const both = one !== null && two !== null;
    const allowed = known === null ? both || camel || (certain && (one ?? two) !== null) : both && certain;
    const gain =
      (one ?? estimateUnknownWord(a)) +
      (two ?? estimateUnknownWord(b)) -
      (known ?? estimateUnknownWord(piece.text)) +
      (camel ? CAMEL_CASE_BONUS : 0);
    return allowed ? [{ token: piece, offset: cut, gain }] : [];
  });
}

const TWO_CAPITALS = /^\p{Lu}{2}$/u;

/** Places inside a word where a second one may begin: between letters and digits, not inside an acronym. */
function findSplitOffsets(text: string): number[] {
  const found: number[] = [];
  for (let i = 1; i < text.length; i++)
    if (
      /[\p{L}\p{N}]/u.test(text[i - 1]!) &&
      /[\p{L}\p{N}$]/u.test(text[i]!) &&
      !TWO_CAPITALS.test(text.slice(i - 1, i + 1))
    )
      found.push(i);
  return found;
}

/** Words that are glued to others in speech-to-text, but hardly ever begin a longer word of their own. */
const GLUED_WORDS = new Set(["of", "the", "and", "which"]);
/** What follows the small word has at least this many letters. */
const MIN_GLUED_REST_LETTERS = 4;

/** Without help from the layout: only an unknown lower-case word that is a small word and a well-known longer one. */
function findLoneSplit(text: string, { likely, rare }: SpokenVocabulary): number | null {
  if (!/^\p{Ll}[\p{Ll}'’]+\p{P}*$/u.test(text) || (likely(text) ?? rare(text)) !== null) return null;
  const cuts = findSplitOffsets(text).filter((cut) => {
    const [a, b] = [text.slice(0, cut), text.slice(cut).replace(/\p{P}+$/u, "")];
    const small = GLUED_WORDS.has(a) && b.length >= MIN_GLUED_REST_LETTERS;
    const [one, two] = [likely(a), likely(b)];
    return small && one !== null && two !== null && one + two > -19;
  });
  return cuts.length === 1 ? cuts[0]! : null;
}

const GLUED_STOP_PATTERN = /^(.*\p{L}{2}[.?!,;])(\p{L}[\p{L}'’]*\P{L}*)$/u;

/** A stop or comma without a space behind it, between two words: "there.And", "ball,which". */
function findStopSplit(text: string, { likely }: SpokenVocabulary): number | null {
  const [, before = "", behind = ""] = GLUED_STOP_PATTERN.exec(text) ?? [];
  if (!behind || (before.endsWith(".") && !/^\p{Lu}/u.test(behind))) return null;
  const last = before.split(/[.?!,;](?=\p{L})/u).at(-1)!;
  return likely(last) !== null && likely(behind) !== null ? before.length : null;
}

function createSplitRewrite(piece: Token, i: number, cut: number): TokenRewrite {
  const words = [piece.text.slice(0, cut), piece.text.slice(cut)];
  const why: Evidence = /\P{L}$/u.test(words[0]!)
    ? { rule: "missing-space" }
    : piece.join
      ? { rule: "line-join" }
      : { rule: "glued-words", name: piece.text };
  return { from: i, to: i + 1, words, why };
}
