import type { CleaningStep } from "./context/cleaning-step.ts";
import { applyRewrites, type TokenRewrite } from "./tokens/apply-rewrites.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";

/** Shorter overlaps may be words spoken twice. */
const MIN_OVERLAP_WORDS = 3;
/** Longest text that one caption shows. */
const MAX_OVERLAP_WORDS = 60;
/** Captions roll where at least this share of them repeats the end of the one before. */
const MIN_ROLLING_SHARE = 0.1;

/**
 * Removes what rolling captions show twice: words at the start of a caption that end the one before.
 * Only captions that roll throughout are changed.
 */
export const overlapStep: CleaningStep = {
  name: "overlap",
  run(tokens) {
    const visible = getVisibleTokens(tokens);
    const starts = visible.flatMap(({ token }, k) => (k && token.boundary !== "word" ? [k] : []));
    const overlaps = starts.flatMap((start, n) => {
      const previousStart = starts[n - 2] ?? 0;
      const length = countRepeatedWords(visible, previousStart, start, starts[n + 1] ?? visible.length);
      return length ? [{ start, length }] : [];
    });
    if (overlaps.length < 2 || overlaps.length < starts.length * MIN_ROLLING_SHARE) return tokens;
    const rewrites = overlaps.map(({ start, length }) => createFoldingRewrite(visible, start, length));
    return applyRewrites(tokens, rewrites, overlapStep.name);
  },
};

/** How many words from index `start` on also precede it, by the same speaker; looks from `from` up to `end`. */
function countRepeatedWords(
  visible: readonly VisibleToken[],
  from: number,
  start: number,
  end: number,
): number {
  if (visible[start - 1]!.token.speaker !== visible[start]!.token.speaker) return 0;
  for (let n = Math.min(MAX_OVERLAP_WORDS, start - from, end - start); n >= MIN_OVERLAP_WORDS; n--) {
    let same = 0;
    while (same < n && visible[start - n + same]!.key === visible[start + same]!.key) same++;
    if (same === n) return n;
  }
  return 0;
}

const createFoldingRewrite = (
  visible: readonly VisibleToken[],
  start: number,
  length: number,
): TokenRewrite => ({
  from: visible[start]!.index,
  to: visible[start + length - 1]!.index + 1,
  words: [],
  why: { rule: "caption-repeat" },
  folded: true,
});
