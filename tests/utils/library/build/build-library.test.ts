import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildLibrary,
  computeFingerprint,
  type BuiltFile,
  getFileText,
} from "../../../../utils/library/build/build-library.ts";
import type { CatalogEpisode, LibraryFacts, Glossary } from "../../../../utils/library/library-model.ts";
import { collectGlossaryNames, buildEpisodeContext } from "../../../../utils/library/episode-context.ts";
import { loadWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import { makeTranscript } from "../../../../utils/transcript/make-transcript.ts";
import type { Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";
import { serializeTranscript } from "../../../../utils/transcript/model/serialize-transcript.ts";
import { normalizeWords } from "../../../../utils/transcript/model/normalize-words.ts";
import { interpolateSeconds } from "../../../../utils/transcript/model/text-position.ts";
import { captionsFile } from "../../../pages/captions.ts";
import { getHeardText } from "../../../../utils/transcript/model/heard-text.ts";
import { loadBuiltLibrary } from "../../../built-library.ts";

const FOLDER = join(import.meta.dirname, "../../../../assets/library");
const EPISODES = [
  ["lbs-071", "estimated"],
  ["lbs-129", "exact"],
  ["gradient-dissent-2023-01-05", "estimated"],
  ["lex-fridman-035", "exact"],
  ["twiml-008", "none"],
] as const;
/** As it is printed without the names of speakers. */
const nameless = (paragraph: Paragraph): Paragraph => ({ ...paragraph, speaker: null });
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const sortByName = (files: BuiltFile[]) => files.toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe("the built library", () => {
  let files: BuiltFile[] = [];
  const json = (name: string): unknown => JSON.parse(getFileText(files, name));
  const transcript = (id: string) => json(`${id}.json`) as Transcript;
  beforeAll(() => {
    files = loadBuiltLibrary();
  });

  it("is the same, byte for byte, each time", () =>
    expect(computeFingerprint(sortByName(buildLibrary(FOLDER)))).toBe(computeFingerprint(files)));

  it("lists the episodes with all that is known", () => {
    const catalog = json("catalog.json") as CatalogEpisode[];
    expect(catalog.map(({ id, timing }) => [id, timing])).toEqual(EPISODES);
    expect(catalog[3]).toMatchObject({
      show: "Lex Fridman Podcast",
      number: 35,
      hosts: ["Lex Fridman"],
      guests: ["Jeremy Howard"],
      published: "2019-08-27",
      durationSeconds: null,
      language: "en",
      sourceFile: "lex-fridman-035.txt",
    });
  });

  it.each(EPISODES)("%s: undoing every change gives what was heard, word for word", (id) => {
    const { cues } = parseTranscript(readFileSync(join(FOLDER, `transcripts/${id}.txt`)));
    const undone = transcript(id).paragraphs.map(getHeardText).join("\n");
    expect(words(undone)).toEqual(words(cues.map(({ text }) => text).join("\n")));
  });

  it.each(EPISODES)(
    "%s: changes lie in the text, apart, and say why; none covers more than six words",
    (id) => {
      for (const { text, changes } of transcript(id).paragraphs) {
        let end = 0;
        for (const { at, length, heard: was, step, why } of changes) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + length;
          expect(end).toBeLessThanOrEqual(text.length);
          expect([step, why.rule]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
          expect(normalizeWords(was).split(" ").length).toBeLessThanOrEqual(6);
        }
      }
    },
  );

  it.each(EPISODES)("%s: times go on and on, and every paragraph has one or none has", (id, timing) => {
    const { paragraphs } = transcript(id);
    const seconds = paragraphs.flatMap(({ times }) => times.map(([, s]) => s));
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect(paragraphs.every(({ times }) => (timing === "none" ? !times.length : times[0]?.[0] === 0))).toBe(
      true,
    );
  });

  it.each(EPISODES)("%s: paragraphs can be read: no layout in them, none too long", (id) => {
    for (const { text } of transcript(id).paragraphs) {
      expect(text).not.toMatch(/\[:|\d\d:\d\d:\d\d|Speaker \d|\n|\s\s/);
      expect(text.length).toBeLessThan(1100);
    }
  });

  it.each(["lbs-071", "lbs-129", "gradient-dissent-2023-01-05", "twiml-008"])(
    "%s: cleaned again, after it was printed as text and read, not a word changes",
    (id) => {
      const facts = (JSON.parse(readFileSync(join(FOLDER, "episodes.json"), "utf8")) as LibraryFacts)
        .episodes;
      const episode = facts.find((one) => one.id === id)!;
      const glossary = JSON.parse(readFileSync(join(FOLDER, "glossary.json"), "utf8")) as Glossary;
      const known = buildEpisodeContext({
        facts: episode,
        show: "",
        notes: transcript(id).notes ?? [],
        glossary: collectGlossaryNames(glossary, episode.show),
        ...loadWordList(),
      });
      const text = serializeTranscript(
        { ...transcript(id), paragraphs: transcript(id).paragraphs.map(nameless) },
        "text",
      );
      const again = makeTranscript(parseTranscript(text), known);
      expect(
        again.paragraphs.flatMap(({ changes }) => changes.filter(({ step }) => step !== "lost")),
      ).toEqual([]);
      expect(
        words(serializeTranscript({ ...again, paragraphs: again.paragraphs.map(nameless) }, "text")),
      ).toEqual(words(text));
    },
  );

  it("lbs-071: the notes stand apart, marks keep their minutes, the last mark is at 1:05", () => {
    const { notes, paragraphs } = transcript("lbs-071");
    expect(notes).toHaveLength(16);
    expect(paragraphs[0]!.text).toMatch(/^Julien Cornebise is an Honorary/);
    expect(paragraphs[1]!.text).toMatch(/^\[…\] Architecture to identify tear \[…\] Welcome to Learning/);
    const marks = paragraphs.flatMap(({ text, times }) =>
      times.map(([at, s]) => [text.slice(at, at + 12), s] as const),
    );
    expect(marks.find(([text]) => text.startsWith("[…] Welcome to L".slice(0, 12)))?.[1]).toBe(60);
    const [last, closing] = marks.slice(-2);
    expect(last).toEqual(["[…] Let's ge", 3900]);
    expect(closing![0]).toBe("Let's get th");
    expect(closing![1]).toBeGreaterThan(3900);
  });

  it("gradient-dissent-2023-01-05: every chapter pins the words with which the talk turns to it", () => {
    const { chapters = [], paragraphs } = transcript("gradient-dissent-2023-01-05");
    const pinned = chapters.map(({ paragraph, offset, published, seconds, pins }) => {
      expect([pins, seconds]).toEqual([true, published]);
      return paragraphs[paragraph!]!.text.slice(offset, offset + 40);
    });
    expect(pinned.slice(2, 7)).toEqual([
      "I guess that is a good segue to another ",
      "Yeah, that makes sense. I mean, a fast f",
      "And I guess, do you have thoughts on the",
      "Interesting. Okay, a question that I nee",
      "It's interesting. Okay, on a totally dif",
    ]);
    expect(interpolateSeconds(paragraphs, { paragraph: chapters[5]!.paragraph!, offset: 0 })).toBe(1920);
  });

  it("lbs-129: its own times are kept, and chapters that are off say where the talk turns to them", () => {
    const { chapters = [], timing } = transcript("lbs-129");
    expect(timing).toBe("exact");
    expect(chapters.some(({ pins }) => pins)).toBe(false);
    expect(chapters.find(({ title }) => title === "Understanding PAC Bayesian Theory")).toMatchObject({
      published: 2180,
      seconds: 2038,
      note: "off",
    });
  });

  it.each(EPISODES)("%s: every paragraph has words", (id) =>
    expect(transcript(id).paragraphs.filter(({ text }) => !text.trim())).toEqual([]),
  );

  it("lex-fridman-035: joined words are split, and say so", () => {
    const { paragraphs } = transcript("lex-fridman-035");
    const changes = paragraphs.flatMap(({ text, changes: all }) =>
      all.map((c) => [c.heard, text.slice(c.at, c.at + c.length), c.step]),
    );
    expect(changes).toContainEqual(["ofeducational", "of educational", "joins"]);
    expect(changes).toContainEqual(["programminglanguages", "programming languages", "joins"]);
    expect(changes).toContainEqual(["whichI", "which I", "joins"]);
    expect(changes.length).toBeGreaterThan(650);
  });
});

describe("captions beside a transcript", () => {
  const ID = "twiml-008";
  /** A library of one episode, with a file of captions beside its text. */
  const library = (captions: string): string => {
    const folder = mkdtempSync(join(tmpdir(), "earmark-"));
    const facts = JSON.parse(readFileSync(join(FOLDER, "episodes.json"), "utf8")) as LibraryFacts;
    const episodes = facts.episodes.filter(({ id }) => id === ID);
    for (const name of ["glossary.json", `edits/${ID}.json`, `transcripts/${ID}.txt`])
      cpSync(join(FOLDER, name), join(folder, name));
    writeFileSync(join(folder, "episodes.json"), JSON.stringify({ ...facts, episodes }));
    writeFileSync(join(folder, `transcripts/${ID}.captions.vtt`), captions);
    return folder;
  };
  it("give it its times", () => {
    const files = buildLibrary(library(captionsFile()));
    const { timing, paragraphs } = JSON.parse(getFileText(files, `${ID}.json`)) as Transcript;
    expect([timing, paragraphs[0]!.times[0]]).toEqual(["aligned", [0, 600]]);
    expect(paragraphs.every(({ confidence }) => confidence! > 0.5)).toBe(true);
  });
  it("stop the build when they are of another talk", () =>
    expect(() => buildLibrary(library("WEBVTT\n\n00:01.000 --> 00:02.000\nSomething else.\n"))).toThrow(
      'twiml-008.txt: [{"code":"other-talk","percent":0}]',
    ));
});
