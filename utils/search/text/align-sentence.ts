/**
 * Finds a sentence that is quoted from memory, with words left out, added or exchanged. Uses local alignment of words:
 * https://en.wikipedia.org/wiki/Smith%E2%80%93Waterman_algorithm
 */

/** A query of at least this many words is treated as a sentence. */
export const MIN_SENTENCE_WORDS = 8;

/** The best local alignment of a quote with a text; all numbers are word indexes. */
export interface SentenceAlignment {
  /** Words of the text that equal their word in the quote, ascending. */
  matching: number[];
  /** Equal and similar words of both, ascending. */
  pairs: [quote: number, text: number][];
  /** Words of the text inside the aligned range that equal no word of the quote. */
  differing: number[];
  /** Share of the quote found in order, from 0 to 1. */
  coverage: number;
}

const SAME_SCORE = 2;
const SIMILAR_SCORE = 1;
const MISMATCH_SCORE = -1;
const GAP_SCORE = -1;
/** Words that share this many first letters count as forms of one word. */
const STEM_CHARACTERS = 4;

/** Aligns a quote with the stretch of a text that resembles it most. Both are folded words. */
export function alignSentence(quote: readonly string[], text: readonly string[]): SentenceAlignment {
  const { scores, bestCell, bestScore } = scoreAlignments(quote, text);
  const width = text.length + 1;
  const matching: number[] = [];
  const pairs: [number, number][] = [];
  let first = text.length;
  let last = -1;
  // Traces the best alignment back from its end to the first cell without a score.
  for (let cell = bestCell; cell > 0 && scores[cell]! > 0;) {
    const [i, j] = [Math.floor(cell / width), cell % width];
    const similarity = computeSimilarity(quote[i - 1]!, text[j - 1]!);
    if (scores[cell] === scores[cell - width - 1]! + similarity) {
      if (similarity === SAME_SCORE) matching.push(j - 1);
      if (similarity > 0) pairs.push([i - 1, j - 1]);
      [first, last] = [Math.min(first, j - 1), Math.max(last, j - 1)];
      cell -= width + 1;
    } else if (scores[cell] === scores[cell - width]! + GAP_SCORE) cell -= width;
    else {
      first = Math.min(first, j - 1);
      cell -= 1;
    }
  }
  matching.reverse();
  pairs.reverse();
  const matchingSet = new Set(matching);
  const differing: number[] = [];
  for (let word = first; word <= last; word++) if (!matchingSet.has(word)) differing.push(word);
  return { matching, pairs, differing, coverage: bestScore / (SAME_SCORE * quote.length) };
}

/** Fills the matrix of alignment scores: a row for each word of the quote, a column for each word of the text. */
function scoreAlignments(
  quote: readonly string[],
  text: readonly string[],
): { scores: Int16Array; bestCell: number; bestScore: number } {
  const width = text.length + 1;
  const scores = new Int16Array((quote.length + 1) * width);
  let bestScore = 0;
  let bestCell = 0;
  for (let i = 1; i <= quote.length; i++)
    for (let j = 1; j <= text.length; j++) {
      const cell = i * width + j;
      const score = Math.max(
        0,
        scores[cell - width - 1]! + computeSimilarity(quote[i - 1]!, text[j - 1]!),
        scores[cell - width]! + GAP_SCORE,
        scores[cell - 1]! + GAP_SCORE,
      );
      scores[cell] = score;
      if (score > bestScore) [bestScore, bestCell] = [score, cell];
    }
  return { scores, bestCell, bestScore };
}

function computeSimilarity(a: string, b: string): number {
  if (a === b) return SAME_SCORE;
  const haveStems = a.length >= STEM_CHARACTERS && b.length >= STEM_CHARACTERS;
  return haveStems && a.slice(0, STEM_CHARACTERS) === b.slice(0, STEM_CHARACTERS)
    ? SIMILAR_SCORE
    : MISMATCH_SCORE;
}
