import { largest, type Numbers } from "./bytes.ts";
import type { Postings, Segment } from "./segment.ts";
import { SOUND_RARE, variantsOf, type Options, type Variant } from "./variants.ts";

/** Passages that answer a query, best first. */
export interface Ranking {
  docs: { doc: number; score: number; isSound: boolean }[];
  /** Everything that was found for the words: what is highlighted. */
  terms: Set<string>;
}

/** MiniSearch's BM25+ and its constants (7.2.0). */
const [K, B, D] = [1.2, 0.7, 0.5];

const rarity = (passages: number, all: number) => Math.log(1 + (all - passages + 0.5) / (passages + 0.5));

/**
 * Ranks passages by the words of a query as MiniSearch does: every word is a slot that its variants fill, the slots'
 * scores add up, and who has more of the words counts more. `isWanted` leaves passages out beforehand.
 */
export async function rank(
  segment: Segment,
  words: readonly string[],
  combine: "and" | "or",
  options: Options,
  isWanted: (doc: number) => boolean,
): Promise<Ranking> {
  const { passages } = segment;
  const tally: Tally = {
    lengths: segment.lengths,
    norms: normsOf(segment),
    scores: new Float64Array(passages),
    slots: new Uint16Array(passages),
    last: new Uint16Array(passages),
    heard: new Uint8Array(passages),
  };
  const terms = new Set<string>();
  const distinct = [...new Set(words)];
  const all = await variantsOf(segment, words, options);
  // All at once: each is a read of its own.
  const read = await Promise.all(
    distinct.map((word) => Promise.all(all.get(word)!.map((variant) => postingsOf(segment, variant)))),
  );
  for (const [k, word] of distinct.entries()) {
    const again = words.filter((each) => each === word).length;
    const variants = all.get(word)!;
    const spelt = variants.filter(({ isSound }) => !isSound);
    const commonest = Math.max(0, ...spelt.map((variant) => variant.passages));
    for (const [i, variant] of variants.entries()) {
      terms.add(variant.words);
      // What only sounds so is the less likely meant the more often it is said.
      const counted = options.oneRarity ? Math.max(commonest, variant.passages) : variant.passages;
      const idf = rarity(variant.isSound ? Math.max(counted, SOUND_RARE) : counted, passages);
      add(tally, read[k]![i]!, again * variant.weight * idf, k + 1, variant.isSound);
    }
  }
  const { scores, slots, heard } = tally;
  const least = combine === "and" ? distinct.length : 1;
  const docs: Ranking["docs"] = [];
  for (let doc = 0; doc < passages; doc++)
    if (slots[doc]! >= least && isWanted(doc))
      docs.push({ doc, score: scores[doc]! * slots[doc]!, isSound: !heard[doc] });
  return { docs: docs.toSorted((a, b) => b.score - a.score), terms };
}

/** What is known of each passage while words are gone through. */
interface Tally {
  /** Its length, and what that makes of how often a word stands in it. */
  lengths: Numbers;
  norms: Float64Array;
  scores: Float64Array;
  /** How many words of the query it has, and which was the last of them, counted from 1. */
  slots: Uint16Array;
  last: Uint16Array;
  /** Whether something else than sound spoke for it. */
  heard: Uint8Array;
}

/** Adds what one word says for its passages. Apart from all else, so that it is compiled early. */
function add(
  { lengths, norms, scores, slots, last, heard }: Tally,
  { docs, times }: Postings,
  weight: number,
  slot: number,
  isSound: boolean,
): void {
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i]!;
    const often = times[i]!;
    scores[doc]! += weight * (D + (often * (K + 1)) / (often + norms[lengths[doc]!]!));
    if (!isSound) heard[doc] = 1;
    if (last[doc] !== slot) {
      last[doc] = slot;
      slots[doc]!++;
    }
  }
}

/** By length, of which there are few. */
const norms = new WeakMap<Segment, Float64Array>();

function normsOf(segment: Segment): Float64Array {
  const known = norms.get(segment);
  if (known) return known;
  const { lengths, meanLength } = segment;
  const longest = lengths instanceof Uint8Array ? 255 : largest(lengths);
  const made = Float64Array.from({ length: longest + 1 }, (_, n) => K * (1 - B + (B * n) / meanLength));
  norms.set(segment, made);
  return made;
}

const postingsOf = (segment: Segment, { postings }: Variant): Promise<Postings> | Postings =>
  "docs" in postings ? postings : segment.postings(postings);
