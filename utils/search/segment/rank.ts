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
  const { passages, lengths, meanLength } = segment;
  const scores = new Float64Array(passages);
  const slots = new Uint8Array(passages);
  /** Whether something else than sound spoke for a passage. */
  const heard = new Uint8Array(passages);
  const terms = new Set<string>();
  const distinct = [...new Set(words)];
  const all = await variantsOf(segment, words, options);
  for (const word of distinct) {
    const again = words.filter((each) => each === word).length;
    const variants = all.get(word)!;
    const spelt = variants.filter(({ isSound }) => !isSound);
    const commonest = Math.max(0, ...spelt.map((variant) => variant.passages));
    const seen = new Uint8Array(passages);
    for (const variant of variants) {
      terms.add(variant.words);
      const { docs, times } = await postingsOf(segment, variant);
      // What only sounds so is the less likely meant the more often it is said.
      const counted = options.oneRarity ? Math.max(commonest, variant.passages) : variant.passages;
      const idf = rarity(variant.isSound ? Math.max(counted, SOUND_RARE) : counted, passages);
      for (let i = 0; i < docs.length; i++) {
        const [doc, often] = [docs[i]!, times[i]!];
        const share = (often * (K + 1)) / (often + K * (1 - B + (B * lengths[doc]!) / meanLength));
        scores[doc]! += again * variant.weight * idf * (D + share);
        if (!variant.isSound) heard[doc] = 1;
        if (!seen[doc]) {
          seen[doc] = 1;
          slots[doc]!++;
        }
      }
    }
  }
  const least = combine === "and" ? distinct.length : 1;
  const docs: Ranking["docs"] = [];
  for (let doc = 0; doc < passages; doc++)
    if (slots[doc]! >= least && isWanted(doc))
      docs.push({ doc, score: scores[doc]! * slots[doc]!, isSound: !heard[doc] });
  return { docs: docs.toSorted((a, b) => b.score - a.score), terms };
}

const postingsOf = (segment: Segment, { postings }: Variant): Promise<Postings> | Postings =>
  "docs" in postings ? postings : segment.postings(postings);
