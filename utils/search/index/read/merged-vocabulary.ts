import type { WordStats } from "../format/word-entry.ts";
import type { Segment } from "./open-segment.ts";
import type { VocabularyEntry, WordLookup, SimilarEntry } from "../format/packed-vocabulary.ts";

/** A word of several segments: what each of them has of it. */
export interface MergedWord extends WordStats {
  perSegment: (WordStats | undefined)[];
}

/** A segment, and in how many of its deleted passages a word stands. */
interface VocabularySource {
  segment: Segment;
  deletedCounts: ReadonlyMap<string, number>;
}

/** Compares two words as their bytes would be (UTF-8). */
function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return getSortRank(a, i) - getSortRank(b, i);
}

/** Letters that are written as two stand behind all others. */
const getSortRank = (word: string, i: number): number => {
  const unit = word.charCodeAt(i);
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd8_00 && unit < 0xe0_00 ? unit + 0x1_00_00 : unit;
};

/** The vocabularies of several segments as one, without words of which nothing is left. */
export class MergedVocabulary implements WordLookup<MergedWord> {
  readonly size: number;
  readonly #parts: readonly VocabularySource[];

  constructor(parts: readonly VocabularySource[]) {
    this.#parts = parts;
    this.size = parts.reduce((sum, { segment }) => sum + segment.words.size, 0);
  }

  get(word: string): MergedWord | undefined {
    return this.#shared(
      word,
      this.#parts.map(({ segment }) => segment.words.get(word)),
    );
  }

  /** A word by what each segment has of it. */
  #shared(word: string, all: readonly (WordStats | undefined)[]): MergedWord | undefined {
    let passages = 0;
    let isStop = false;
    const of = all.map((own, i) => {
      const left = (own?.passageCount ?? 0) - (this.#parts[i]!.deletedCounts.get(word) ?? 0);
      if (!own || left <= 0) return undefined;
      passages += left;
      ({ isStop } = own);
      return own;
    });
    return passages ? { passageCount: passages, isStop, perSegment: of } : undefined;
  }

  *listPrefixed(letters: string): Generator<VocabularyEntry<MergedWord>> {
    const rows = this.#parts.map(({ segment }) => segment.words.listPrefixed(letters)[Symbol.iterator]());
    const heads = rows.map((row) => row.next());
    for (;;) {
      let word: string | null = null;
      for (const { done, value } of heads)
        if (!done && (word === null || compareWords(value.word, word) < 0)) ({ word } = value);
      if (word === null) return;
      const value = this.#shared(
        word,
        heads.map((head) => (head.done || head.value.word !== word ? undefined : head.value.value)),
      );
      if (value) yield { word, value };
      for (const [i, head] of heads.entries())
        if (!head.done && head.value.word === word) heads[i] = rows[i]!.next();
    }
  }

  findSimilar(word: string, most: number): SimilarEntry<MergedWord>[] {
    const distances = new Map<string, number>();
    for (const { segment } of this.#parts)
      for (const { word: other, distance } of segment.words.findSimilar(word, most))
        distances.set(other, distance);
    return [...distances]
      .toSorted(([a], [b]) => compareWords(a, b))
      .flatMap(([other, distance]) => {
        const value = this.get(other);
        return value ? [{ word: other, value, distance }] : [];
      });
  }
}
