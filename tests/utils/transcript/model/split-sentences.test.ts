import { expect, test } from "vitest";
import { findSentence, splitSentences } from "../../../../utils/transcript/model/split-sentences.ts";

const shown = (text: string) => splitSentences(text).map(([from, to]) => text.slice(from, to));

test.each([
  ["One. Two two? Three", ["One.", "Two two?", "Three"]],
  ["It was 3.5 for Dr. Smith. Then not.", ["It was 3.5 for Dr. Smith.", "Then not."]],
  ["", []],
  ["…", ["…"]],
])("the sentences of “%s”", (text, sentences) => expect(shown(text)).toEqual(sentences));

test("finds the sentence at an offset, or the next one between two", () => {
  const text = "One. Two two? Three";
  expect([0, 3, 4, 5, 12, 14, 18, 99].map((at) => findSentence(text, at)![0])).toEqual([
    0, 0, 5, 5, 5, 14, 14, 14,
  ]);
});

test("finds no sentence in text without punctuation", () =>
  expect(findSentence("word ".repeat(100), 50)).toBeNull());
