import { findLowerBound } from "../../../shared/binary-search.ts";
import { PASSAGES_PER_BATCH } from "../format/wasm-kernel.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment } from "../read/open-segment.ts";
import {
  createScoreAccumulator,
  type ScoredPassages,
  type TermContribution,
} from "./kernel/score-accumulator.ts";
import { RARE_PASSAGES, findVariants, type MatchOptions, type TermVariant } from "./term-variants.ts";

/** Passages that answer a query. */
export interface Ranking extends ScoredPassages {
  /** Everything that was found for the words: what is highlighted. */
  terms: Set<string>;
}

const computeIdf = (passages: number, all: number) => Math.log(1 + (all - passages + 0.5) / (passages + 0.5));

/** A word of a query: what stands for it, and where that is. */
interface QueryTerm {
  /** How often it was typed. */
  termFrequency: number;
  variants: readonly TermVariant[];
  postings: readonly Postings[];
  /** How often anything of it is found. */
  postingsCount: number;
}

/** Everything that is needed to rank by some words, one way or the other. */
export interface QueryTerms {
  segment: Segment;
  options: MatchOptions;
  terms: readonly QueryTerm[];
}

/** Looks up the words of a query. */
export async function resolveTerms(
  segment: Segment,
  words: readonly string[],
  options: MatchOptions,
): Promise<QueryTerms> {
  const all = await findVariants(segment, words, options);
  // All at once: each is a read of its own.
  const slots = [...all].map(async ([word, variants]): Promise<QueryTerm> => {
    const postings = await Promise.all(variants.map((variant) => readVariantPostings(segment, variant)));
    const again = words.filter((each) => each === word).length;
    return {
      termFrequency: again,
      variants,
      postings,
      postingsCount: postings.reduce((sum, { docs }) => sum + docs.length, 0),
    };
  });
  return { segment, options, terms: await Promise.all(slots) };
}

/**
 * Ranks passages by the words of a query as MiniSearch does: every word is a slot that its variants fill, the slots'
 * scores add up, and who has more of the words counts more. `isWanted` leaves passages out beforehand; null
 * leaves out none.
 */
export function rankPassages(
  { segment, options, terms: all }: QueryTerms,
  combine: "and" | "or",
  isWanted: ((doc: number) => boolean) | null,
): Ranking {
  const { passageCount: passages } = segment;
  const isAnd = combine === "and";
  // The rarest first: where all have to meet, those of the others count only where it is.
  const slots = all.toSorted((a, b) => a.postingsCount - b.postingsCount);
  const rows = slots.flatMap((slot, k) => createContributions(slot, k, passages, options, isAnd));
  const found: ScoredPassages[] = [];
  const tally = createScoreAccumulator(segment);
  for (let from = 0; from < passages; from += PASSAGES_PER_BATCH) {
    const to = Math.min(from + PASSAGES_PER_BATCH, passages);
    tally.begin(from, to);
    let count = 0;
    for (const row of rows) {
      const { docs } = row.postings;
      const first = row.nextIndex;
      if (first === docs.length || docs[first]! >= to) continue;
      row.nextIndex = findLowerBound(docs, to, first);
      // None of the rarest word, none of any.
      if (!isAnd || row.termNumber === 1 || count) count += tally.add(row, first, row.nextIndex);
    }
    if (count) found.push(filterPassages(tally.take(isAnd ? slots.length : 1), isWanted));
  }
  return {
    ...concatPassages(found),
    terms: new Set(slots.flatMap(({ variants }) => variants.map(({ words }) => words))),
  };
}

/** A copy of those that are wanted. */
function filterPassages(
  { docs, scores, soundOnly: sounds }: ScoredPassages,
  isWanted: ((doc: number) => boolean) | null,
): ScoredPassages {
  if (!isWanted) return { docs: docs.slice(), scores: scores.slice(), soundOnly: sounds.slice() };
  const kept = docs.map((doc) => (isWanted(doc) ? 1 : 0));
  return {
    docs: docs.filter((_, i) => kept[i]),
    scores: scores.filter((_, i) => kept[i]),
    soundOnly: sounds.filter((_, i) => kept[i]),
  };
}

/** Answers one behind the other. */
function concatPassages(all: readonly ScoredPassages[]): ScoredPassages {
  const [only] = all;
  if (only && all.length === 1) return only;
  const count = all.reduce((sum, { docs }) => sum + docs.length, 0);
  const whole = {
    docs: new Uint32Array(count),
    scores: new Float64Array(count),
    soundOnly: new Uint8Array(count),
  };
  let at = 0;
  for (const { docs, scores, soundOnly } of all) {
    whole.docs.set(docs, at);
    whole.scores.set(scores, at);
    whole.soundOnly.set(soundOnly, at);
    at += docs.length;
  }
  return whole;
}

function createContributions(
  { termFrequency: again, variants, postings }: QueryTerm,
  k: number,
  passages: number,
  options: MatchOptions,
  isAnd: boolean,
): TermContribution[] {
  const spelt = variants.filter(({ isSound }) => !isSound);
  const commonest = Math.max(0, ...spelt.map((variant) => variant.passageCount));
  return variants.map((variant, i) => {
    // What only sounds so is the less likely meant the more often it is said.
    const counted = options.shareIdf ? Math.max(commonest, variant.passageCount) : variant.passageCount;
    const idf = computeIdf(variant.isSound ? Math.max(counted, RARE_PASSAGES) : counted, passages);
    return {
      postings: postings[i]!,
      nextIndex: 0,
      weight: again * variant.weight * idf,
      isSound: variant.isSound,
      termNumber: k + 1,
      requiredTerms: isAnd ? k : 0,
    };
  });
}

/** Something that is ranked: its index, what it is worth, and whether it goes before all that don't. */
interface RankedPassage {
  index: number;
  score: number;
  isPreferred: boolean;
}

const compareRanked = (a: RankedPassage, b: RankedPassage) =>
  Number(b.isPreferred) - Number(a.isPreferred) || b.score - a.score || a.index - b.index;

/** So many more than are wanted are held before the rest is dropped. */
const SPARE_PASSAGES = 64;

/**
 * The best of a ranking, the best first, by their indexes in it. No more are sorted than may be among them, for a
 * beginning of three letters is found in most passages there are.
 * @param isFirst Whether one goes before all that don't.
 */
export function selectBest(
  scores: Float64Array,
  limit: number,
  isShown: (i: number) => boolean,
  isFirst: ((i: number) => boolean) | null = null,
): number[] {
  let held: RankedPassage[] = [];
  /** What is worth no more than this, and does not go first, is not among the best. */
  let least = -1;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= least && !isFirst?.(i)) continue;
    if (!isShown(i)) continue;
    held.push({ index: i, score, isPreferred: isFirst?.(i) ?? false });
    if (held.length < limit + SPARE_PASSAGES) continue;
    held = held.toSorted(compareRanked).slice(0, limit);
    const last = held.at(-1);
    least = last?.isPreferred === false ? last.score : Infinity;
  }
  return held
    .toSorted(compareRanked)
    .slice(0, limit)
    .map(({ index: i }) => i);
}

const readVariantPostings = (segment: Segment, { postings }: TermVariant): Promise<Postings> | Postings =>
  "docs" in postings ? postings : segment.readPostings(postings);
