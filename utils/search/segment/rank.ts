import { findLowerBound } from "../../transcript/ascending.ts";
import { AT_A_TIME } from "./kernel/kernel.ts";
import type { Postings } from "./runs.ts";
import type { Segment } from "./segment.ts";
import { tallyOf, type Answers, type Row } from "./tally.ts";
import { SOUND_RARE, variantsOf, type Options, type Variant } from "./variants.ts";

/** Passages that answer a query. */
export interface Ranking extends Answers {
  /** Everything that was found for the words: what is highlighted. */
  terms: Set<string>;
}

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
 * scores add up, and who has more of the words counts more. `isWanted` leaves passages out beforehand; null
 * leaves out none.
 */
export function rank(
  { segment, options, slots: all }: Slots,
  combine: "and" | "or",
  isWanted: ((doc: number) => boolean) | null,
): Ranking {
  const { passages } = segment;
  const isAnd = combine === "and";
  // The rarest first: where all have to meet, those of the others count only where it is.
  const slots = all.toSorted((a, b) => a.size - b.size);
  const rows = slots.flatMap((slot, k) => rowsOf(slot, k, passages, options, isAnd));
  const found: Answers[] = [];
  const tally = tallyOf(segment);
  for (let from = 0; from < passages; from += AT_A_TIME) {
    const to = Math.min(from + AT_A_TIME, passages);
    tally.begin(from, to);
    let count = 0;
    for (const row of rows) {
      const { docs } = row.postings;
      const first = row.at;
      if (first === docs.length || docs[first]! >= to) continue;
      row.at = findLowerBound(docs, to, first);
      // None of the rarest word, none of any.
      if (!isAnd || row.slot === 1 || count) count += tally.add(row, first, row.at);
    }
    if (count) found.push(wanted(tally.take(isAnd ? slots.length : 1), isWanted));
  }
  return {
    ...together(found),
    terms: new Set(slots.flatMap(({ variants }) => variants.map(({ words }) => words))),
  };
}

/** A copy of those that are wanted. */
function wanted({ docs, scores, sounds }: Answers, isWanted: ((doc: number) => boolean) | null): Answers {
  if (!isWanted) return { docs: docs.slice(), scores: scores.slice(), sounds: sounds.slice() };
  const kept = docs.map((doc) => (isWanted(doc) ? 1 : 0));
  return {
    docs: docs.filter((_, i) => kept[i]),
    scores: scores.filter((_, i) => kept[i]),
    sounds: sounds.filter((_, i) => kept[i]),
  };
}

/** Answers one behind the other. */
function together(all: readonly Answers[]): Answers {
  const [only] = all;
  if (only && all.length === 1) return only;
  const count = all.reduce((sum, { docs }) => sum + docs.length, 0);
  const whole = {
    docs: new Uint32Array(count),
    scores: new Float64Array(count),
    sounds: new Uint8Array(count),
  };
  let at = 0;
  for (const { docs, scores, sounds } of all) {
    whole.docs.set(docs, at);
    whole.scores.set(scores, at);
    whole.sounds.set(sounds, at);
    at += docs.length;
  }
  return whole;
}

function rowsOf(
  { again, variants, postings }: Slot,
  k: number,
  passages: number,
  options: Options,
  isAnd: boolean,
): Row[] {
  const spelt = variants.filter(({ isSound }) => !isSound);
  const commonest = Math.max(0, ...spelt.map((variant) => variant.passages));
  return variants.map((variant, i) => {
    // What only sounds so is the less likely meant the more often it is said.
    const counted = options.oneRarity ? Math.max(commonest, variant.passages) : variant.passages;
    const idf = rarity(variant.isSound ? Math.max(counted, SOUND_RARE) : counted, passages);
    return {
      postings: postings[i]!,
      at: 0,
      weight: again * variant.weight * idf,
      isSound: variant.isSound,
      slot: k + 1,
      needed: isAnd ? k : 0,
    };
  });
}

/** Something that is ranked: its index, what it is worth, and whether it goes before all that don't. */
interface Ranked {
  i: number;
  score: number;
  first: boolean;
}

const inOrder = (a: Ranked, b: Ranked) => Number(b.first) - Number(a.first) || b.score - a.score || a.i - b.i;

/** So many more than are wanted are held before the rest is dropped. */
const SPARE = 64;

/**
 * The best of a ranking, the best first, by their indexes in it. No more are sorted than may be among them, for a
 * beginning of three letters is found in most passages there are.
 * @param isFirst Whether one goes before all that don't.
 */
export function bestOf(
  scores: Float64Array,
  limit: number,
  isShown: (i: number) => boolean,
  isFirst: ((i: number) => boolean) | null = null,
): number[] {
  let held: Ranked[] = [];
  /** What is worth no more than this, and does not go first, is not among the best. */
  let least = -1;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= least && !isFirst?.(i)) continue;
    if (!isShown(i)) continue;
    held.push({ i, score, first: isFirst?.(i) ?? false });
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

const postingsOf = (segment: Segment, { postings }: Variant): Promise<Postings> | Postings =>
  "docs" in postings ? postings : segment.postings(postings);
