import type { WordStats } from "../format/word-entry.ts";
import type { Segment } from "./open-segment.ts";
import type { VocabularyEntry, WordLookup, SimilarEntry } from "../format/packed-vocabulary.ts";

/** A word of several segments, with its entry in each that has it. */
export interface MergedWord extends WordStats {
  perSegment: (WordStats | undefined)[];
}

/** A segment, and the number of deleted passages with each word. */
interface VocabularySource {
  segment: Segment;
  deletedCounts: ReadonlyMap<string, number>;
}

/** Compares strings in the order of their UTF-8 bytes, which differs from UTF-16 order for surrogate pairs. */
function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return getSortRank(a, i) - getSortRank(b, i);
}

/** Surrogates (U+D800 to U+DFFF) encode code points beyond all others: https://www.unicode.org/faq/utf_bom.html */
const getSortRank = (word: string, i: number): number => {
  const unit = word.charCodeAt(i);
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd8_00 && unit < 0xe0_00 ? unit + 0x1_00_00 : unit;
};

/** The vocabularies of several segments as one, without words that occur in deleted passages only. */
export class MergedVocabulary implements WordLookup<MergedWord> {
  readonly size: number;
  readonly #sources: readonly VocabularySource[];

  constructor(sources: readonly VocabularySource[]) {
    this.#sources = sources;
    this.size = sources.reduce((sum, { segment }) => sum + segment.words.size, 0);
  }

  get(word: string): MergedWord | undefined {
    return this.#merge(
      word,
      this.#sources.map(({ segment }) => segment.words.get(word)),
    );
  }

  *listPrefixed(prefix: string): Generator<VocabularyEntry<MergedWord>> {
    const iterators = this.#sources.map(({ segment }) =>
      segment.words.listPrefixed(prefix)[Symbol.iterator](),
    );
    const heads = iterators.map((iterator) => iterator.next());
    for (;;) {
      let word: string | null = null;
      for (const { done, value } of heads)
        if (!done && (word === null || compareWords(value.word, word) < 0)) ({ word } = value);
      if (word === null) return;
      const merged = this.#merge(
        word,
        heads.map((head) => (head.done || head.value.word !== word ? undefined : head.value.value)),
      );
      if (merged) yield { word, value: merged };
      for (const [i, head] of heads.entries())
        if (!head.done && head.value.word === word) heads[i] = iterators[i]!.next();
    }
  }

  findSimilar(word: string, maxDistance: number): SimilarEntry<MergedWord>[] {
    const distances = new Map<string, number>();
    for (const { segment } of this.#sources)
      for (const { word: other, distance } of segment.words.findSimilar(word, maxDistance))
        distances.set(other, distance);
    return [...distances]
      .toSorted(([a], [b]) => compareWords(a, b))
      .flatMap(([other, distance]) => {
        const value = this.get(other);
        return value ? [{ word: other, value, distance }] : [];
      });
  }

  #merge(word: string, entries: readonly (WordStats | undefined)[]): MergedWord | undefined {
    let passageCount = 0;
    let isStop = false;
    const perSegment = entries.map((entry, i) => {
      const deletedCount = this.#sources[i]!.deletedCounts.get(word) ?? 0;
      const remaining = (entry?.passageCount ?? 0) - deletedCount;
      if (!entry || remaining <= 0) return undefined;
      passageCount += remaining;
      ({ isStop } = entry);
      return entry;
    });
    return passageCount ? { passageCount, isStop, perSegment } : undefined;
  }
}
