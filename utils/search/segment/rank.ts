import { largest, type Numbers } from "./bytes.ts";
import type { Postings } from "./runs.ts";
import type { Segment } from "./segment.ts";
import { SOUND_RARE, variantsOf, type Options, type Variant } from "./variants.ts";

/** Passages that answer a query, ascending: their numbers, what each is worth, and whether it only sounds like it. */
export interface Ranking {
  docs: Uint32Array;
  scores: Float64Array;
  sounds: Uint8Array;
  /** Everything that was found for the words: what is highlighted. */
  terms: Set<string>;
}

/** MiniSearch's BM25+ and its constants (7.2.0). */
const [K, B, D] = [1.2, 0.7, 0.5];

const rarity = (passages: number, all: number) => Math.log(1 + (all - passages + 0.5) / (passages + 0.5));

/** A word of a query: what stands for it, and where that is. */
interface Slot {
  /** How often it was typed. */
  again: number;
  variants: readonly Variant[];
  postings: readonly Postings[];
  /** How often anything of it is found. */
  size: number;
}

/** Everything that is needed to rank by some words, one way or the other. */
export interface Slots {
  segment: Segment;
  options: Options;
  slots: readonly Slot[];
}

/** Looks up the words of a query. */
export async function slotsOf(segment: Segment, words: readonly string[], options: Options): Promise<Slots> {
  const all = await variantsOf(segment, words, options);
  // All at once: each is a read of its own.
  const slots = [...all].map(async ([word, variants]): Promise<Slot> => {
    const postings = await Promise.all(variants.map((variant) => postingsOf(segment, variant)));
    const again = words.filter((each) => each === word).length;
    return { again, variants, postings, size: postings.reduce((sum, { docs }) => sum + docs.length, 0) };
  });
  return { segment, options, slots: await Promise.all(slots) };
}

/**
 * Ranks passages by the words of a query as MiniSearch does: every word is a slot that its variants fill, the slots'
 * scores add up, and who has more of the words counts more. `isWanted` leaves passages out beforehand.
 */
export function rank(
  { segment, options, slots: all }: Slots,
  combine: "and" | "or",
  isWanted: (doc: number) => boolean,
): Ranking {
  const { passages } = segment;
  const tally: Tally = {
    lengths: segment.lengths,
    norms: normsOf(segment),
    scores: new Float64Array(passages),
    slots: new Uint16Array(passages),
    last: new Uint16Array(passages),
    heard: new Uint8Array(passages),
  };
  const isAnd = combine === "and";
  // The rarest first: where all have to meet, those of the others count only where it is.
  const slots = all.toSorted((a, b) => a.size - b.size);
  for (const [k, { again, variants, postings }] of slots.entries()) {
    const spelt = variants.filter(({ isSound }) => !isSound);
    const commonest = Math.max(0, ...spelt.map((variant) => variant.passages));
    for (const [i, variant] of variants.entries()) {
      // What only sounds so is the less likely meant the more often it is said.
      const counted = options.oneRarity ? Math.max(commonest, variant.passages) : variant.passages;
      const idf = rarity(variant.isSound ? Math.max(counted, SOUND_RARE) : counted, passages);
      add(tally, postings[i]!, {
        weight: again * variant.weight * idf,
        slot: k + 1,
        isSound: variant.isSound,
        needed: isAnd ? k : 0,
      });
    }
  }
  const among = isAnd ? slots.slice(0, 1) : slots;
  return {
    ...answering(tally, isAnd ? slots.length : 1, isWanted, among),
    terms: new Set(slots.flatMap(({ variants }) => variants.map(({ words }) => words))),
  };
}

/** So many times as many passages are gone through one by one as are picked out and sorted. */
const PICKED = 8;

/** Those that have so many words of the query; all of them are among the passages of some. */
function answering(
  { scores, slots, heard, last }: Tally,
  least: number,
  isWanted: (doc: number) => boolean,
  among: readonly Slot[],
): Omit<Ranking, "terms"> {
  const size = among.reduce((sum, slot) => sum + slot.size, 0);
  const docs = new Uint32Array(Math.min(size, scores.length));
  let count = 0;
  if (size * PICKED < scores.length) {
    for (const { postings } of among)
      for (const { docs: own } of postings)
        for (const doc of own) {
          if (slots[doc]! < least || last[doc] === TAKEN || !isWanted(doc)) continue;
          last[doc] = TAKEN;
          docs[count++] = doc;
        }
    docs.subarray(0, count).sort();
  } else
    for (let doc = 0; doc < scores.length; doc++)
      if (slots[doc]! >= least && isWanted(doc)) docs[count++] = doc;
  const found = {
    docs: docs.subarray(0, count),
    scores: new Float64Array(count),
    sounds: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const doc = docs[i]!;
    found.scores[i] = scores[doc]! * slots[doc]!;
    found.sounds[i] = 1 - heard[doc]!;
  }
  return found;
}

/** In the place of the last word: the passage is among those that were found. */
const TAKEN = 0xff_ff;

/** Something that is ranked: its index, what it is worth, and whether it goes before all that don't. */
interface Ranked {
  i: number;
  score: number;
  first: boolean;
}

const inOrder = (a: Ranked, b: Ranked) => Number(b.first) - Number(a.first) || b.score - a.score || a.i - b.i;

/** So many more than are wanted are held before the rest is dropped. */
const SPARE = 256;

/**
 * The best of a ranking, the best first, by their indexes in it. No more are sorted than may be among them, for a
 * beginning of three letters is found in most passages there are.
 * @param isFirst Whether one goes before all that don't.
 */
export function bestOf(
  scores: Float64Array,
  limit: number,
  isShown: (i: number) => boolean,
  isFirst: (i: number) => boolean = () => false,
): number[] {
  let held: Ranked[] = [];
  /** What is worth no more than this, and does not go first, is not among the best. */
  let least = -1;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= least && !isFirst(i)) continue;
    if (!isShown(i)) continue;
    held.push({ i, score, first: isFirst(i) });
    if (held.length < limit + SPARE) continue;
    held = held.toSorted(inOrder).slice(0, limit);
    const last = held.at(-1);
    least = last?.first === false ? last.score : Infinity;
  }
  return held
    .toSorted(inOrder)
    .slice(0, limit)
    .map(({ i }) => i);
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

/** Adds what one word says for its passages, as far as they have so many of the words before. Apart from all else, so that it is compiled early. */
function add(
  { lengths, norms, scores, slots, last, heard }: Tally,
  { docs, times }: Postings,
  { weight, slot, isSound, needed }: { weight: number; slot: number; isSound: boolean; needed: number },
): void {
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i]!;
    if (slots[doc]! < needed) continue;
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
