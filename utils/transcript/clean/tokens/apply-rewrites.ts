import type { Evidence } from "../../model/evidence.ts";
import { normalizeWords } from "../../model/normalize-words.ts";
import type { TokenCorrection, Token } from "./token.ts";

/** Pieces from `from` up to `to` are shown as `words`; none of them, to put words in before `from`. */
export interface TokenRewrite {
  from: number;
  to: number;
  /** One entry a word, with its punctuation; none to take the pieces out. */
  words: readonly string[];
  why: Evidence;
  /** It may be as long as it is: words shown twice by the source. */
  folded?: boolean;
}

/** A Change covers at most this many heard words. */
export const MAX_CHANGE_WORDS = 6;

/**
 * Carries out the rewrites, in order and apart from each other, and records each. Pieces that an earlier step
 * corrected together are corrected together again: the new record takes the place of theirs and keeps what was
 * heard. Where only capitals or punctuation differ nothing is recorded. A rewrite over more than six heard words is
 * left out, and so is one over a change of speaker.
 */
export function applyRewrites(pieces: Token[], rewrites: readonly TokenRewrite[], step: string): Token[] {
  if (!rewrites.length) return pieces;
  const out: Token[] = [];
  let next = 0;
  for (const { from, to, words, why, folded } of rewrites) {
    if (from < next) continue;
    for (; next < from; next++) out.push(pieces[next]!);
    if (from === to) {
      out.push(...createInsertedTokens(pieces, from, words, { heard: "", step, why }));
      continue;
    }
    const old = pieces.slice(from, to);
    next = to;
    if (old.some(({ speaker, kind }) => speaker !== old[0]!.speaker || kind !== old[0]!.kind)) {
      out.push(...old);
      continue;
    }
    if (hasSameWords(old, words)) {
      out.push(...updateTokenTexts(old, words));
      continue;
    }
    const [before, after] = findSharedNeighbors(old, out, pieces, to);
    const heard = joinHeardText([...before, ...old, ...after]);
    if (!folded && normalizeWords(heard).split(" ").length > MAX_CHANGE_WORDS) {
      out.push(...old);
      continue;
    }
    const correction: TokenCorrection = { heard, step, why };
    out.length -= before.length;
    next += after.length;
    const shown = words.length ? replaceTokens(old, words) : [{ ...old[0]!, text: "" }];
    for (const piece of [...before, ...shown, ...after]) out.push({ ...piece, correction });
  }
  for (; next < pieces.length; next++) out.push(pieces[next]!);
  return out;
}

/** Words put in where the source has none. */
function createInsertedTokens(
  pieces: Token[],
  from: number,
  words: readonly string[],
  correction: TokenCorrection,
): Token[] {
  const beside = pieces[from] ?? pieces.at(-1);
  if (!beside) return [];
  const { speaker, cueOffset: at, kind } = beside;
  return words.map((text): Token => ({
    text,
    correction,
    start: null,
    speaker,
    boundary: "word",
    cueOffset: at,
    kind,
  }));
}

const hasSameWords = (old: Token[], words: readonly string[]) =>
  words.length > 0 &&
  normalizeWords(old.map(({ text }) => text).join(" ")) === normalizeWords(words.join(" "));

/** The same words in other clothes; each keeps its record where their number is the same. */
function updateTokenTexts(old: Token[], words: readonly string[]): Token[] {
  const visible = old.filter(({ text }) => text);
  if (visible.length !== words.length) {
    const correction = visible.find((piece) => piece.correction)?.correction;
    return correction ? old : replaceTokens(old, words);
  }
  let k = 0;
  return old.map((piece) => (piece.text ? { ...piece, text: words[k++]! } : piece));
}

/** New words in the place of old ones: times and all else are those of the old piece at the same place in the row. */
function replaceTokens(old: Token[], words: readonly string[]): Token[] {
  const visible = old.filter(({ text }) => text);
  const rows = visible.length ? visible : old;
  return words.map((text, i): Token => {
    const { lost, brokenMark, ...rest } = rows[Math.min(i, rows.length - 1)]!;
    if (i === 0) return { ...rest, text, ...(lost && { lost }), ...(brokenMark && { brokenMark }) };
    const own = i < rows.length && words.length === rows.length;
    return { ...rest, text, ...(!own && { start: null, boundary: "word" as const }) };
  });
}

/** The neighbours that share a record with the old pieces. */
function findSharedNeighbors(old: Token[], out: Token[], pieces: Token[], to: number): [Token[], Token[]] {
  const [first, last] = [old[0]!.correction, old.at(-1)!.correction];
  let start = out.length;
  if (first) while (out[start - 1]?.correction === first) start--;
  let end = to;
  if (last) while (pieces[end]?.correction === last) end++;
  return [out.slice(start), pieces.slice(to, end)];
}

/** What the source has in place of some pieces. */
export function joinHeardText(pieces: Token[]): string {
  return pieces
    .flatMap(({ text, correction }, i) => {
      if (!correction) return [text];
      return pieces[i - 1]?.correction === correction ? [] : [correction.heard];
    })
    .filter(Boolean)
    .join(" ");
}
