/**
 * Finds a sentence again that is quoted from memory: words left out, put in, exchanged. A local alignment (Smith and
 * Waterman) of the words that were typed with those of a passage.
 */

/** Words from which a query is taken for a sentence. */
export const MIN_SENTENCE_WORDS = 8;

/** How the words of a quote stand in a text, told in indexes of the text's words. */
export interface SentenceAlignment {
  /** Words of the text that are the quote's, ascending. */
  matching: number[];
  /** Words of the quote and of the text that are the same or alike, as indexes of both, ascending. */
  pairs: [quote: number, text: number][];
  /** Words between the first and the last of them that are not. */
  differing: number[];
  /** How much of the quote is in the text, in order: 1 for all of it. */
  coverage: number;
}

/** What a word counts that is the same, that begins alike, that is another, and that one side lacks. */
const [SAME_SCORE, SIMILAR_SCORE, MISMATCH_SCORE, GAP_SCORE] = [2, 1, -1, -1];
/** Words that share so many letters at their beginning are forms of one. */
const STEM_CHARACTERS = 4;

/** The stretch of a text that is nearest to a quote; both as folded words. */
export function alignSentence(quote: readonly string[], text: readonly string[]): SentenceAlignment {
  const width = text.length + 1;
  const scores = new Int16Array((quote.length + 1) * width);
  let best = 0;
  let at = 0;
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
      if (score > best) [best, at] = [score, cell];
    }
  const same: number[] = [];
  const pairs: [number, number][] = [];
  let first = text.length;
  let last = -1;
  while (at > 0 && scores[at]! > 0) {
    const [i, j] = [Math.floor(at / width), at % width];
    const like = computeSimilarity(quote[i - 1]!, text[j - 1]!);
    if (scores[at] === scores[at - width - 1]! + like) {
      if (like === SAME_SCORE) same.push(j - 1);
      if (like > 0) pairs.push([i - 1, j - 1]);
      [first, last] = [Math.min(first, j - 1), Math.max(last, j - 1)];
      at -= width + 1;
    } else if (scores[at] === scores[at - width]! + GAP_SCORE) at -= width;
    else {
      first = Math.min(first, j - 1);
      at -= 1;
    }
  }
  same.reverse();
  pairs.reverse();
  const isSame = new Set(same);
  const other: number[] = [];
  for (let word = first; word <= last; word++) if (!isSame.has(word)) other.push(word);
  return { matching: same, pairs, differing: other, coverage: best / (SAME_SCORE * quote.length) };
}

const computeSimilarity = (a: string, b: string): number =>
  a === b
    ? SAME_SCORE
    : a.length >= STEM_CHARACTERS &&
        b.length >= STEM_CHARACTERS &&
        a.slice(0, STEM_CHARACTERS) === b.slice(0, STEM_CHARACTERS)
      ? SIMILAR_SCORE
      : MISMATCH_SCORE;
