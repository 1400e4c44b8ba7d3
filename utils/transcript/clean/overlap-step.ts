import type { CleaningStep } from "./context/cleaning-step.ts";
import { applyRewrites, type TokenRewrite } from "./tokens/apply-rewrites.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";

/** Fewer words may be said twice. */
const MIN_OVERLAP_WORDS = 3;
/** A caption shows at most so many words. */
const MAX_OVERLAP_WORDS = 60;
/** Captions roll where at least this share of them begins with the end of the one before. */
const MIN_ROLLING_SHARE = 0.1;

/**
 * Takes out what rolling captions show twice: the words at the start of a caption that are those at the end of the
 * one before. Only neighbours are compared, and only where captions do so again and again.
 */
export const overlapStep: CleaningStep = {
  name: "overlap",
  run(pieces) {
    const row = getVisibleTokens(pieces);
    const starts = row.flatMap((word, k) => (k && word.token.boundary !== "word" ? [k] : []));
    const found = starts.flatMap((k, n) => {
      const length = countRepeatedWords(row, starts[n - 2] ?? 0, k, starts[n + 1] ?? row.length);
      return length ? [{ k, length }] : [];
    });
    if (found.length < 2 || found.length < starts.length * MIN_ROLLING_SHARE) return pieces;
    return applyRewrites(
      pieces,
      found.map(({ k, length }) => createFoldingRewrite(row, k, length)),
      overlapStep.name,
    );
  },
};

/** How many words from `k` on stand right before it as well, within the captions around, said by the same speaker. */
function countRepeatedWords(row: readonly VisibleToken[], from: number, k: number, end: number): number {
  if (row[k - 1]!.token.speaker !== row[k]!.token.speaker) return 0;
  for (let n = Math.min(MAX_OVERLAP_WORDS, k - from, end - k); n >= MIN_OVERLAP_WORDS; n--) {
    let same = 0;
    while (same < n && row[k - n + same]!.normalized === row[k + same]!.normalized) same++;
    if (same === n) return n;
  }
  return 0;
}

const createFoldingRewrite = (row: readonly VisibleToken[], k: number, length: number): TokenRewrite => ({
  from: row[k]!.index,
  to: row[k + length - 1]!.index + 1,
  words: [],
  why: { rule: "caption-repeat" },
  folded: true,
});
