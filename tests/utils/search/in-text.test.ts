import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findIn, findInTalk, foldTalk, foldTexts } from "../../../utils/search/in-text.ts";

const find = (text: string, typed: string) =>
  findIn(foldTexts([text]), typed).map(({ start, end }) => text.slice(start, end));

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

test("hits tell their text", () => {
  const texts = foldTexts(["no", "yes and yes", "yes"]);
  expect(findIn(texts, "yes").map(({ text, start }) => [text, start])).toEqual([
    [1, 0],
    [1, 8],
    [2, 0],
  ]);
});

test("what stands in a text is found where it stands", () => {
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

test("a phrase is found across the ends of texts, and is one hit", () => {
  const texts = foldTexts(["what we call deep", "learning today. Deep", "learning"]);
  expect(findIn(texts, "deep learning")).toEqual([
    { text: 0, start: 13, end: 17, more: [{ text: 1, start: 0, end: 8 }] },
    { text: 1, start: 16, end: 20, more: [{ text: 2, start: 0, end: 8 }] },
  ]);
});

test("corrected words are found by what is shown and by what was heard, with the words beside them", () => {
  const talk = foldTalk([
    { text: "We met at Enlitic last year.", changes: [{ at: 10, length: 7, heard: "in lytic" }] },
    { text: "So it is.", changes: [{ at: 2, length: 0, heard: " you know" }] },
  ]);
  const found = (typed: string) => findInTalk(talk, typed).map(({ text, start, end }) => [text, start, end]);
  expect(found("enlitic")).toEqual([[0, 10, 17]]);
  expect(found("in lytic")).toEqual([[0, 10, 17]]);
  expect(found("met at in lytic")).toEqual([[0, 3, 17]]);
  expect(found("lytic last")).toEqual([[0, 10, 22]]);
  expect(found("last year")).toEqual([[0, 18, 27]]);
  expect(found("you know")).toEqual([]);
  expect(found("year so it")).toEqual([[0, 23, 27]]);
});
