import { spoken } from "../spoken.ts";
import type { Correction, Piece } from "./draft.ts";

/** Pieces from `from` up to `to` are shown as `words`; none of them, to put words in before `from`. */
export interface Rewrite {
  from: number;
  to: number;
  /** One entry a word, with its punctuation; none to take the pieces out. */
  words: readonly string[];
  why: string;
  /** It may be as long as it is: words shown twice by the source. */
  folded?: boolean;
}

/** A Change covers at most this many heard words. */
export const MOST_WORDS = 6;

/**
 * Carries out the rewrites, in order and apart from each other, and records each. Pieces that an earlier step
 * corrected together are corrected together again: the new record takes the place of theirs and keeps what was
 * heard. Where only capitals or punctuation differ nothing is recorded. A rewrite over more than six heard words is
 * left out, and so is one over a change of speaker.
 */
export function rewrite(pieces: Piece[], rewrites: readonly Rewrite[], step: string): Piece[] {
  if (!rewrites.length) return pieces;
  const out: Piece[] = [];
  let next = 0;
  for (const { from, to, words, why, folded } of rewrites) {
    if (from < next) continue;
    for (; next < from; next++) out.push(pieces[next]!);
    if (from === to) {
      out.push(...insertedAt(pieces, from, words, { heard: "", step, why }));
      continue;
    }
    const old = pieces.slice(from, to);
    next = to;
    if (old.some(({ speaker, kind }) => speaker !== old[0]!.speaker || kind !== old[0]!.kind)) {
      out.push(...old);
      continue;
    }
    if (sameWords(old, words)) {
      out.push(...dressed(old, words));
      continue;
    }
    const [before, after] = shared(old, out, pieces, to);
    const heard = heardOf([...before, ...old, ...after]);
    if (!folded && spoken(heard).split(" ").length > MOST_WORDS) {
      out.push(...old);
      continue;
    }
    const correction: Correction = { heard, step, why };
    out.length -= before.length;
    next += after.length;
    const shown = words.length ? placed(old, words) : [{ ...old[0]!, text: "" }];
    for (const piece of [...before, ...shown, ...after]) out.push({ ...piece, correction });
  }
  for (; next < pieces.length; next++) out.push(pieces[next]!);
  return out;
}

/** Words put in where the source has none. */
function insertedAt(
  pieces: Piece[],
  from: number,
  words: readonly string[],
  correction: Correction,
): Piece[] {
  const beside = pieces[from] ?? pieces.at(-1);
  if (!beside) return [];
  const { speaker, at, kind } = beside;
  return words.map((text): Piece => ({ text, correction, start: null, speaker, begins: "word", at, kind }));
}

const sameWords = (old: Piece[], words: readonly string[]) =>
  words.length > 0 && spoken(old.map(({ text }) => text).join(" ")) === spoken(words.join(" "));

/** The same words in other clothes; each keeps its record where their number is the same. */
function dressed(old: Piece[], words: readonly string[]): Piece[] {
  const visible = old.filter(({ text }) => text);
  if (visible.length !== words.length) {
    const correction = visible.find((piece) => piece.correction)?.correction;
    return correction ? old : placed(old, words);
  }
  let k = 0;
  return old.map((piece) => (piece.text ? { ...piece, text: words[k++]! } : piece));
}

/** New words in the place of old ones: times and all else are those of the old piece at the same place in the row. */
function placed(old: Piece[], words: readonly string[]): Piece[] {
  const visible = old.filter(({ text }) => text);
  const rows = visible.length ? visible : old;
  return words.map((text, i): Piece => {
    const { lost, brokenMark, ...rest } = rows[Math.min(i, rows.length - 1)]!;
    if (i === 0) return { ...rest, text, ...(lost && { lost }), ...(brokenMark && { brokenMark }) };
    const own = i < rows.length && words.length === rows.length;
    return { ...rest, text, ...(!own && { start: null, begins: "word" as const }) };
  });
}

/** The neighbours that share a record with the old pieces. */
function shared(old: Piece[], out: Piece[], pieces: Piece[], to: number): [Piece[], Piece[]] {
  const [first, last] = [old[0]!.correction, old.at(-1)!.correction];
  let start = out.length;
  if (first) while (out[start - 1]?.correction === first) start--;
  let end = to;
  if (last) while (pieces[end]?.correction === last) end++;
  return [out.slice(start), pieces.slice(to, end)];
}

/** What the source has in place of some pieces. */
export function heardOf(pieces: Piece[]): string {
  return pieces
    .flatMap(({ text, correction }, i) => {
      if (!correction) return [text];
      return pieces[i - 1]?.correction === correction ? [] : [correction.heard];
    })
    .filter(Boolean)
    .join(" ");
}
