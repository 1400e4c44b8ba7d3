import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ByteReader, ByteWriter } from "../../../../../utils/search/index/format/bytes.ts";
import {
  sortEntries,
  PackedVocabulary,
  writeVocabulary,
  type ValueCodec,
} from "../../../../../utils/search/index/format/packed-vocabulary.ts";
import { computeEditDistance } from "../../../../../utils/shared/edit-distance.ts";

const NUMBERS: ValueCodec<number> = {
  write: (out, value) => out.writeNumber(value),
  read: (reader) => reader.readNumber(),
  skip: (reader) => reader.skipNumbers(1),
};

function vocabulary(words: readonly string[]): PackedVocabulary<number> {
  const out = new ByteWriter();
  writeVocabulary(out, sortEntries(words.map((word, value) => [word, value * 300])), NUMBERS);
  return new PackedVocabulary(new ByteReader(out.toBytes()), NUMBERS);
}

/** Few letters, so that many words share prefixes. */
const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "ä"), minLength: 1, maxLength: 9 });
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 600, size: "max" });

it("finds exactly the words within an edit distance", () => {
  fc.assert(
    fc.property(words, word, fc.constantFrom(1, 2), (all, wanted, most) => {
      const expected = all
        .map((each, value) => ({
          word: each,
          value: value * 300,
          distance: computeEditDistance(wanted, each),
        }))
        .filter(({ distance }) => distance <= most);
      const found = vocabulary(all).findSimilar(wanted, most);
      expect(new Set(found)).toEqual(new Set(expected));
      expect(found).toHaveLength(expected.length);
    }),
    { numRuns: 200 },
  );
});

it("returns each word's value and the word at each index", () => {
  fc.assert(
    fc.property(words, (all) => {
      const packed = vocabulary(all);
      expect(packed.size).toBe(all.length);
      for (const [value, each] of all.entries()) expect(packed.get(each)).toBe(value * 300);
      const numbered = Array.from(all, (_, number) => packed.getWord(number));
      expect(numbered.toSorted()).toEqual(all.toSorted());
      expect([...packed.listPrefixed("")].map((entry) => entry.word)).toEqual(numbered);
    }),
    { numRuns: 50 },
  );
});
