import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { LibraryFacts, Glossary, GlossaryEntry } from "../../../../utils/library/library-model.ts";
import { loadPackedWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import { findMisplacedEdits } from "../../../../utils/transcript/clean/clean-cues.ts";
import type { ManualEdits } from "../../../../utils/transcript/clean/context/curated-facts.ts";
import { packWords, unpackWords } from "../../../../utils/transcript/clean/vocabulary/word-list-format.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";
import { getHeardText } from "../../../../utils/transcript/model/heard-text.ts";
import { changesOf, cleaned, shown } from "./steps.ts";

const LIBRARY = join(import.meta.dirname, "../../../../assets/library");
const json = (name: string): unknown => JSON.parse(readFileSync(join(LIBRARY, name), "utf8"));
const edits = (
  corrections: ManualEdits["corrections"],
  turns: ManualEdits["turns"] = [],
): { edits: ManualEdits } => ({
  edits: { corrections, turns },
});

describe("edits", () => {
  it("correct the words in braces where their context matches", () => {
    const paragraphs = cleaned(
      "We had a base. We used base methods then.",
      edits([{ heard: "used {base} methods", shown: "Bayesian" }]),
    );
    expect(shown(paragraphs)).toBe("We had a base. We used Bayesian methods then.");
    expect(paragraphs[0]!.changes).toMatchObject([{ heard: "base", step: "edits", why: { rule: "edited" } }]);
  });
  it("record only differing words, and no punctuation", () => {
    const paragraphs = cleaned(
      "So it was fell why do you ask.",
      edits([{ heard: "it was fell why", shown: "It was Perl. Why" }]),
    );
    expect(changesOf(paragraphs, "edits")).toEqual([["fell", "Perl."]]);
    expect(shown(paragraphs)).toBe("So It was Perl. Why do you ask.");
  });
  it("insert and remove words", () => {
    const paragraphs = cleaned(
      "It recently won this the award.",
      edits([{ heard: "won this the", shown: "has won the" }]),
    );
    expect(shown(paragraphs)).toBe("It recently has won the award.");
    expect(paragraphs.map(getHeardText).join(" ").replace(/\s+/g, " ")).toBe(
      "It recently won this the award.",
    );
  });
  it("set the speaker, even inside glued words", () => {
    const turns = [
      { from: "we are here", speaker: "Ann" },
      { from: "why are you", speaker: "Bob" },
    ];
    const paragraphs = cleaned("We are here that's rightwhy are you there", edits([], turns));
    expect(paragraphs.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["Ann", "We are here that's right."],
      ["Bob", "Why are you there?"],
    ]);
    expect(
      paragraphs
        .map(getHeardText)
        .join(" ")
        .toLowerCase()
        .match(/\p{L}+/gu),
    ).toEqual("we are here that s rightwhy are you there".split(" "));
  });
  it("that are not found, found too often, or overlap are reported", () => {
    const { cues } = parseTranscript("One two three. One two four.");
    const wrong = (corrections: ManualEdits["corrections"], turns: ManualEdits["turns"] = []) =>
      findMisplacedEdits(cues, { words: new Map(), names: [], ...edits(corrections, turns) });
    expect(wrong([{ heard: "one two", shown: "x" }])).toEqual(["“one two” occurs 2 times, not 1."]);
    expect(wrong([{ heard: "five", shown: "x" }])).toHaveLength(1);
    expect(
      wrong([
        { heard: "two three", shown: "x" },
        { heard: "three one", shown: "y" },
      ]),
    ).toHaveLength(1);
    expect(wrong([], [{ from: "five", speaker: "Ann" }])).toHaveLength(1);
    expect(wrong([{ heard: "one two", shown: "x", times: 2 }])).toEqual([]);
  });
});

describe("the curated files", () => {
  const { episodes, shows } = json("episodes.json") as LibraryFacts;
  const glossary = json("glossary.json") as Glossary;

  it("have edits for shipped episodes only, with their speakers", () => {
    for (const file of readdirSync(join(LIBRARY, "edits"))) {
      const episode = episodes.find(({ id }) => `${id}.json` === file)!;
      const { turns } = json(`edits/${file}`) as ManualEdits;
      const speakers = new Set(turns.map(({ speaker }) => speaker));
      const people = [...episode.hosts, ...episode.guests];
      expect(
        people.every((name) => speakers.has(name)),
        file,
      ).toBe(true);
      expect(turns.filter(({ speaker, kind }) => !people.includes(speaker ?? "") && !kind)).toEqual([]);
    }
  });
  it("have a glossary for every show, with existing topics and no empty entries", () => {
    expect(Object.keys(glossary.shows).toSorted()).toEqual(shows.map(({ id }) => id).toSorted());
    const all = [...Object.values(glossary.topics), ...Object.values(glossary.shows)];
    const names = all.flatMap(({ people, terms }): GlossaryEntry[] => [...people, ...terms]);
    for (const name of names) {
      if (typeof name === "string") continue;
      expect(name.heard?.length || name.near?.length, name.name).toBeTruthy();
      expect(new Set(name.heard).size, name.name).toBe(name.heard?.length ?? 0);
    }
    for (const { topics } of Object.values(glossary.shows))
      for (const topic of topics) expect(Object.keys(glossary.topics)).toContain(topic);
  });
});

describe("the packed word list", () => {
  it("is small enough to be sent to a page", () =>
    expect(gzipSync(loadPackedWordList(), { level: 9 }).length).toBeLessThan(150_000));
  it("unpacks to the same words, without rare ones and with rounded large counts", () => {
    const { words, capitals } = unpackWords(
      packWords([
        { word: "the", count: 1_501_908 },
        { word: "then", count: 15 },
        { word: "Theo", count: 5 },
        { word: "theocracy", count: 1 },
      ]),
    );
    expect([...words.keys()]).toEqual(["the", "then", "theo"]);
    expect(words.get("then")).toBe(15);
    expect(words.get("the")! / 1_501_908).toBeCloseTo(1, 0);
    expect([...capitals]).toEqual(["theo"]);
  });
});
