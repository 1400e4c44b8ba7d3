import type { Step } from "./draft.ts";
import { rewrite, type Rewrite } from "./rewrite.ts";
import { wordsIn, type Word } from "./row.ts";

/** Fewer words may be said twice. */
const LEAST = 3;
/** A caption shows at most so many words. */
const MOST = 60;
/** Captions roll where at least this share of them begins with the end of the one before. */
const ROLLING = 0.1;

/**
 * Takes out what rolling captions show twice: the words at the start of a caption that are those at the end of the
 * one before. Only neighbours are compared, and only where captions do so again and again.
 */
export const overlap: Step = {
  name: "overlap",
  run(pieces) {
    const row = wordsIn(pieces);
    const starts = row.flatMap((word, k) => (k && word.piece.begins !== "word" ? [k] : []));
    const found = starts.flatMap((k, n) => {
      const length = repeated(row, starts[n - 2] ?? 0, k, starts[n + 1] ?? row.length);
      return length ? [{ k, length }] : [];
    });
    if (found.length < 2 || found.length < starts.length * ROLLING) return pieces;
    return rewrite(
      pieces,
      found.map(({ k, length }) => goneAt(row, k, length)),
      overlap.name,
    );
  },
};

/** How many words from `k` on stand right before it as well, within the captions around, said by the same speaker. */
function repeated(row: readonly Word[], from: number, k: number, end: number): number {
  if (row[k - 1]!.piece.speaker !== row[k]!.piece.speaker) return 0;
  for (let n = Math.min(MOST, k - from, end - k); n >= LEAST; n--) {
    let same = 0;
    while (same < n && row[k - n + same]!.bare === row[k + same]!.bare) same++;
    if (same === n) return n;
  }
  return 0;
}

const goneAt = (row: readonly Word[], k: number, length: number): Rewrite => ({
  from: row[k]!.at,
  to: row[k + length - 1]!.at + 1,
  words: [],
  why: "Captions roll: these words were shown before.",
  folded: true,
});
