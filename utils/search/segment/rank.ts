import type { Postings } from "./runs.ts";
import type { Segment } from "./segment.ts";
import { add, Answering, AT_A_TIME, clear, skip, tallyOf, type Answers, type Row } from "./tally.ts";
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
  const most = isAnd ? (slots[0]?.size ?? 0) : slots.reduce((sum, { size }) => sum + size, 0);
  const found = new Answering(Math.min(most, passages));
  const tally = tallyOf(segment);
  const least = isAnd ? slots.length : 1;
  for (let from = 0; from < passages; from += AT_A_TIME) {
    const to = Math.min(from + AT_A_TIME, passages);
    let count = 0;
    for (const row of rows) {
      // None of the rarest word, none of any.
      if (isAnd && row.slot > 1 && !count) skip(row, to);
      else count += add(tally, row, from, to);
    }
    if (!count) continue;
    found.take(tally, { from, to, least }, isWanted);
    clear(tally);
  }
  return {
    ...found.done(),
    terms: new Set(slots.flatMap(({ variants }) => variants.map(({ words }) => words))),
  };
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
