import { findLowerBound } from "../../../shared/binary-search.ts";
import { PASSAGES_PER_BATCH } from "../format/wasm-kernel.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment } from "../read/open-segment.ts";
import { createScoreAccumulator } from "./kernel/create-score-accumulator.ts";
import type { ScoredPassages, TermContribution } from "./kernel/score-accumulator.ts";
import { findVariants, RARE_PASSAGES, type MatchOptions, type TermVariant } from "./term-variants.ts";

/** The passages that match a query, with their scores. */
export interface Ranking extends ScoredPassages {
  /** Every term that contributed; results highlight them. */
  terms: Set<string>;
}

/** Inverse document frequency: https://en.wikipedia.org/wiki/Okapi_BM25 */
const computeIdf = (matching: number, total: number) =>
  Math.log(1 + (total - matching + 0.5) / (matching + 0.5));

/** A word of a query with its variants and their postings. */
interface QueryTerm {
  /** How often the query contains it. */
  termFrequency: number;
  variants: readonly TermVariant[];
  postings: readonly Postings[];
  /** Length of all postings together. */
  postingsCount: number;
}

/** The resolved words of a query; they can be ranked with "and" and with "or". */
export interface QueryTerms {
  segment: Segment;
  options: MatchOptions;
  terms: readonly QueryTerm[];
}

/** Finds the variants of each query word and reads their postings. */
export async function resolveTerms(
  segment: Segment,
  words: readonly string[],
  options: MatchOptions,
): Promise<QueryTerms> {
  const variantsByWord = await findVariants(segment, words, options);
  const reads = [...variantsByWord].map(async ([word, variants]): Promise<QueryTerm> => {
    const postings = await Promise.all(variants.map((variant) => readVariantPostings(segment, variant)));
    return {
      termFrequency: words.filter((other) => other === word).length,
      variants,
      postings,
      postingsCount: postings.reduce((sum, { docs }) => sum + docs.length, 0),
    };
  });
  return { segment, options, terms: await Promise.all(reads) };
}

const readVariantPostings = (segment: Segment, { postings }: TermVariant): Promise<Postings> | Postings =>
  "docs" in postings ? postings : segment.readPostings(postings);

/**
 * Ranks passages with MiniSearch's formula: BM25+ for each variant, the sum over all variants and terms, multiplied by
 * the number of terms that match. https://github.com/lucaong/minisearch/blob/master/DESIGN_DOCUMENT.md
 * @param combine Whether a passage needs all terms or any.
 * @param isAllowed Leaves passages out; null allows all.
 * @returns The matching passages in their order, not by score.
 */
export function rankPassages(
  { segment, options, terms }: QueryTerms,
  combine: "and" | "or",
  isAllowed: ((doc: number) => boolean) | null,
): Ranking {
  const { passageCount } = segment;
  const needsAll = combine === "and";
  // The rarest term goes first, because the others count only where it matches.
  const rarestFirst = terms.toSorted((a, b) => a.postingsCount - b.postingsCount);
  const contributions = rarestFirst.flatMap((term, index) =>
    createContributions(term, index, passageCount, options, needsAll),
  );
  const batches: ScoredPassages[] = [];
  const accumulator = createScoreAccumulator(segment);
  for (let from = 0; from < passageCount; from += PASSAGES_PER_BATCH) {
    const to = Math.min(from + PASSAGES_PER_BATCH, passageCount);
    accumulator.begin(from, to);
    let count = 0;
    for (const contribution of contributions) {
      const { docs } = contribution.postings;
      const first = contribution.nextIndex;
      if (first === docs.length || docs[first]! >= to) continue;
      contribution.nextIndex = findLowerBound(docs, to, first);
      // Without a passage of the rarest term the batch stays empty.
      if (!needsAll || contribution.termNumber === 1 || count)
        count += accumulator.add(contribution, first, contribution.nextIndex);
    }
    if (count) batches.push(copyAllowed(accumulator.take(needsAll ? rarestFirst.length : 1), isAllowed));
  }
  return {
    ...concatPassages(batches),
    terms: new Set(rarestFirst.flatMap(({ variants }) => variants.map(({ words }) => words))),
  };
}

/** Copies the allowed passages out of the accumulator's memory. */
function copyAllowed(
  { docs, scores, soundOnly }: ScoredPassages,
  isAllowed: ((doc: number) => boolean) | null,
): ScoredPassages {
  if (!isAllowed) return { docs: docs.slice(), scores: scores.slice(), soundOnly: soundOnly.slice() };
  const flags = docs.map((doc) => (isAllowed(doc) ? 1 : 0));
  return {
    docs: docs.filter((_, i) => flags[i]),
    scores: scores.filter((_, i) => flags[i]),
    soundOnly: soundOnly.filter((_, i) => flags[i]),
  };
}

function concatPassages(batches: readonly ScoredPassages[]): ScoredPassages {
  const [only] = batches;
  if (only && batches.length === 1) return only;
  const count = batches.reduce((sum, { docs }) => sum + docs.length, 0);
  const whole = {
    docs: new Uint32Array(count),
    scores: new Float64Array(count),
    soundOnly: new Uint8Array(count),
  };
  let at = 0;
  for (const { docs, scores, soundOnly } of batches) {
    whole.docs.set(docs, at);
    whole.scores.set(scores, at);
    whole.soundOnly.set(soundOnly, at);
    at += docs.length;
  }
  return whole;
}

function createContributions(
  { termFrequency, variants, postings }: QueryTerm,
  index: number,
  passageCount: number,
  options: MatchOptions,
  needsAll: boolean,
): TermContribution[] {
  const spelled = variants.filter(({ isSound }) => !isSound);
  const mostCommon = Math.max(0, ...spelled.map((variant) => variant.passageCount));
  return variants.map((variant, i) => {
    const frequency = options.shareIdf ? Math.max(mostCommon, variant.passageCount) : variant.passageCount;
    const idf = computeIdf(variant.isSound ? Math.max(frequency, RARE_PASSAGES) : frequency, passageCount);
    return {
      postings: postings[i]!,
      nextIndex: 0,
      weight: termFrequency * variant.weight * idf,
      isSound: variant.isSound,
      termNumber: index + 1,
      requiredTerms: needsAll ? index : 0,
    };
  });
}

interface RankedPassage {
  index: number;
  score: number;
  isPreferred: boolean;
}

const compareRanked = (a: RankedPassage, b: RankedPassage) =>
  Number(b.isPreferred) - Number(a.isPreferred) || b.score - a.score || a.index - b.index;

/** Candidates beyond the limit that are collected before the worst are dropped. */
const SPARE_PASSAGES = 64;

/**
 * Selects the best of a ranking. Sorts few candidates instead of the whole ranking, because a prefix of three letters
 * matches most passages.
 * @param isPreferred Sorts passages before all others; null for none.
 * @returns Indexes in the ranking, best first.
 */
export function selectBest(
  scores: Float64Array,
  limit: number,
  isShown: (index: number) => boolean,
  isPreferred: ((index: number) => boolean) | null = null,
): number[] {
  let candidates: RankedPassage[] = [];
  /** Passages that are not preferred need a higher score to be among the best. */
  let minScore = -1;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (score <= minScore && !isPreferred?.(index)) continue;
    if (!isShown(index)) continue;
    candidates.push({ index, score, isPreferred: isPreferred?.(index) ?? false });
    if (candidates.length < limit + SPARE_PASSAGES) continue;
    candidates = candidates.toSorted(compareRanked).slice(0, limit);
    const last = candidates.at(-1);
    minScore = last?.isPreferred === false ? last.score : Infinity;
  }
  return candidates
    .toSorted(compareRanked)
    .slice(0, limit)
    .map(({ index }) => index);
}
