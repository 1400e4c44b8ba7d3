import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldTexts } from "../../../../utils/search/text/fold-texts.ts";
import {
  findHits,
  findTranscriptHits,
  foldTranscript,
} from "../../../../utils/search/text/find-in-transcript.ts";

const find = (text: string, typed: string) =>
  findHits(foldTexts([text]), typed).map(({ start, end }) => text.slice(start, end));

const folded = (text: string) => foldTexts([text]).folded.trim();

test.each([
  ["Rémi LOUF and remi louf", "remi louf", ["Rémi LOUF", "remi louf"]],
  ["it’s what it's", "it's", ["it’s", "it's"]],
  ["a.b (c) [d] *", "(c) [d] *", ["c) [d"]],
  ["fast.ai and fast AI and Fast-Ai", "fast ai", ["fast.ai", "fast AI", "Fast-Ai"]],
  ["deep learning and", "learning, and", ["learning and"]],
  ["in C++ and C#", "c++", ["C++"]],
  ["don’t", "dont", ["don’t"]],
  ["one, two", "(((", []],
  ["aaaa", "aa", ["aa", "aa"]],
  ["Straße İstanbul", "istanbul", ["İstanbul"]],
  ["two\nlines", "two lines", ["two\nlines"]],
  ["one", "o", []],
  ["one", "  ", []],
  ["one", "two", []],
])("in %j, %j is %j", (text, typed, expected) => expect(find(text, typed)).toEqual(expected));

test("hits name the text in which they are", () => {
  const texts = foldTexts(["no", "yes and yes", "yes"]);
  expect(findHits(texts, "yes").map(({ textIndex, start }) => [textIndex, start])).toEqual([
    [1, 0],
    [1, 8],
    [2, 0],
  ]);
});

test("every substring of words is found at its own offsets", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-composite", minLength: 2, maxLength: 30 }),
      fc.string({ maxLength: 10 }),
      (needle, hay) => {
        const wanted = needle.trim();
        if (folded(wanted).length < 2 || /\s/.test(wanted)) return;
        const text = `${hay} ${wanted} ${hay}`;
        const found = find(text, wanted);
        expect(found.length).toBeGreaterThan(0);
        for (const words of found) expect(folded(words)).toBe(folded(wanted));
      },
    ),
  );
});

test("a phrase across the end of a text is one hit", () => {
  const texts = foldTexts(["what we call deep", "learning today. Deep", "learning"]);
  expect(findHits(texts, "deep learning")).toEqual([
    { textIndex: 0, start: 13, end: 17, continuations: [{ textIndex: 1, start: 0, end: 8 }] },
    { textIndex: 1, start: 16, end: 20, continuations: [{ textIndex: 2, start: 0, end: 8 }] },
  ]);
});

test("corrected words are found by their shown and by their heard form, with the words around them", () => {
  const transcript = foldTranscript([
    { text: "We met at Enlitic last year.", changes: [{ at: 10, length: 7, heard: "in lytic" }] },
    { text: "So it is.", changes: [{ at: 2, length: 0, heard: " you know" }] },
  ]);
  const found = (typed: string) =>
    findTranscriptHits(transcript, typed).map(({ textIndex, start, end }) => [textIndex, start, end]);
  expect(found("enlitic")).toEqual([[0, 10, 17]]);
  expect(found("in lytic")).toEqual([[0, 10, 17]]);
  expect(found("met at in lytic")).toEqual([[0, 3, 17]]);
  expect(found("lytic last")).toEqual([[0, 10, 22]]);
  expect(found("last year")).toEqual([[0, 18, 27]]);
  expect(found("you know")).toEqual([]);
  expect(found("year so it")).toEqual([[0, 23, 27]]);
});

test("a correction that shows a single letter is found by its heard form", () => {
  const transcript = foldTranscript([
    { text: "Written in C today", changes: [{ at: 11, length: 1, heard: "the sea" }] },
  ]);
  const found = (typed: string) =>
    findTranscriptHits(transcript, typed).map(({ start, end }) => [start, end]);
  expect(found("the sea")).toEqual([[11, 12]]);
  expect(found("in the sea today")).toEqual([[8, 18]]);
  expect(found("written")).toEqual([[0, 7]]);
});

test("each folded letter maps to the range it comes from", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 9 }), (texts) => {
      const { folded: characters, textIndexes, starts, ends } = foldTexts(texts);
      const { length } = characters;
      expect([textIndexes.length, starts.length, ends.length]).toEqual([length, length, length]);
      for (let i = 0; i < length; i++)
        if (characters[i] !== " ")
          expect(folded(texts[textIndexes[i]!]!.slice(starts[i], ends[i]))).toContain(characters[i]);
    }),
  );
});

test("letters that fold to several make the buffers grow", () => {
  const text = "각".repeat(100);
  const { folded: characters, starts } = foldTexts([text]);
  expect([characters.length, starts[298], starts[299], starts[300]]).toEqual([301, 99, 99, 100]);
});
