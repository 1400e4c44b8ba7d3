import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findIn, foldText } from "../../../utils/search/in-text.ts";

const find = (text: string, typed: string) =>
  findIn([foldText(text)], typed).map(({ start, end }) => text.slice(start, end));

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
  const texts = ["no", "yes and yes", "yes"].map(foldText);
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
        if (foldText(wanted).folded.trim().length < 2 || /\s/.test(wanted)) return;
        const text = `${hay} ${wanted} ${hay}`;
        const found = find(text, wanted);
        expect(found.length).toBeGreaterThan(0);
        for (const words of found) expect(foldText(words).folded.trim()).toBe(foldText(wanted).folded.trim());
      },
    ),
  );
});
