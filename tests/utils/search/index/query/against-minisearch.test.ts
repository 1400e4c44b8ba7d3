import MiniSearch from "minisearch";
import { beforeAll, describe, expect, it } from "vitest";
import { getFileText } from "../../../../../utils/library/build/build-library.ts";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import { findPhrasePositions } from "../../../../../utils/search/index/query/find-phrase-positions.ts";
import {
  selectBest,
  rankPassages,
  resolveTerms,
} from "../../../../../utils/search/index/query/rank-passages.ts";
import {
  findEpisode,
  openSegment,
  locatePassage,
  type Segment,
} from "../../../../../utils/search/index/read/open-segment.ts";
import { PREAMBLE_BYTES, readPreamble } from "../../../../../utils/search/index/format/preamble.ts";
import { foldTerm, isStopWord, TERM_PATTERN } from "../../../../../utils/search/text/search-terms.ts";
import type { Transcript } from "../../../../../utils/transcript/model/transcript.ts";
import { chance } from "../../../../bench/chance.ts";
import { generatedPassages } from "../../../../corpus/generated.ts";
import { loadBuiltLibrary } from "../../../../built-library.ts";

/** MiniSearch 7.2.0 with our tokenizer. Shared features must give equal scores. */
const OPTIONS = {
  fields: ["text"],
  tokenize: (text: string) => text.match(TERM_PATTERN) ?? [],
  processTerm: (term: string) => (isStopWord(term) ? null : foldTerm(term)),
};
const mistakes = (term: string) => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);
/** MiniSearch's weights, without our additions. What ships is tested in `shipped-configuration.test.ts`. */
const MINISEARCH_MATCH = {
  weights: { prefix: 0.375, fuzzy: 0.45, sound: 0 },
  maxFuzzyPassages: Infinity,
  shareIdf: false,
  sounds: false,
};

let real: Passage[] = [];
beforeAll(() => {
  const files = loadBuiltLibrary();
  const ids = (JSON.parse(getFileText(files, "catalog.json")) as { id: string }[]).map(({ id }) => id);
  real = ids
    .flatMap((id) => splitPassages(JSON.parse(getFileText(files, `${id}.json`)) as Transcript))
    .map((passage) => {
      // MiniSearch has no counterpart of heard words.
      const { heard: _heard, ...plain } = passage;
      return plain;
    });
});

/** Reproducible queries of words, prefixes and misspellings. */
function queries(passages: readonly Passage[], count: number): { words: string[]; unfinished: boolean }[] {
  const next = chance(3);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const terms = (pick(passages).text.match(TERM_PATTERN) ?? [])
      .map(foldTerm)
      .filter((term) => !isStopWord(term));
    const words = Array.from({ length: 1 + (i % 3) }, () => pick(terms));
    const last = words.pop()!;
    const at = Math.floor(next() * last.length);
    if (i % 4 === 1) return { words: [...words, last.slice(0, Math.max(2, at))], unfinished: true };
    if (i % 4 === 2) return { words: [...words, last.slice(0, at) + last.slice(at + 1)], unfinished: false };
    return { words: [...words, last], unfinished: false };
  }).filter(({ words }) => words.every((word) => word && !isStopWord(word)));
}

describe.each([
  [5, 0],
  [100, 95],
])("over %i episodes", (_, generated) => {
  let passages: Passage[] = [];
  let segment: Segment;
  beforeAll(async () => {
    passages = [...real, ...generatedPassages(real, generated)];
    const bytes = packSegment(passages);
    segment = (await openSegment(async (from, to) => bytes.subarray(from, to)))!;
  });

  it.each(["and", "or"] as const)(
    "scores like MiniSearch with its weights: %s",
    { timeout: 60_000 },
    async (combine) => {
      const reference = new MiniSearch<Passage>(OPTIONS);
      reference.addAll(passages);
      const sampled = queries(passages, 240);
      expect(sampled.length).toBeGreaterThan(200);
      for (const { words, unfinished } of sampled) {
        const expected = reference.search(words.join(" "), {
          combineWith: combine,
          prefix: (__, i) => unfinished && i === words.length - 1,
          fuzzy: mistakes,
        });
        const ranking = rankPassages(
          await resolveTerms(segment, words, { ...MINISEARCH_MATCH, unfinished }),
          combine,
          () => true,
        );
        const docs = selectBest(ranking.scores, 10, () => true).map((i) => ({
          doc: ranking.docs[i]!,
          score: ranking.scores[i]!,
        }));
        expect(ranking.docs.length, words.join(" ")).toBe(expected.length);
        for (const [i, { score }] of expected.slice(0, 10).entries())
          expect(Math.abs(docs[i]!.score - score), words.join(" ")).toBeLessThan(1e-6);
        const ids = (list: string[]) => list.toSorted();
        // Equal scores may come in any order, so the tenth score is left out.
        const lastScore = expected[9]?.score ?? 0;
        expect(
          ids(docs.filter(({ score }) => score > lastScore + 1e-6).map(({ doc }) => passages[doc]!.id)),
        ).toEqual(
          ids(
            expected
              .slice(0, 10)
              .filter(({ score }) => score > lastScore + 1e-6)
              .map(({ id }) => String(id)),
          ),
        );
      }
    },
  );

  it("finds the same phrases as a scan of each episode's words", async () => {
    const episodes = Map.groupBy(passages, ({ episode }) => episode);
    const rows = [...episodes].map(([id, own]) => ({
      id,
      words: own.flatMap(({ text }) => (text.match(TERM_PATTERN) ?? []).map(foldTerm)),
    }));
    const next = chance(11);
    for (let n = 0; n < 60; n++) {
      const { words: all } = rows[Math.floor(next() * Math.min(rows.length, 9))]!;
      const at = Math.floor(next() * (all.length - 8));
      const words = all.slice(at, at + 2 + Math.floor(next() * 5));
      const expected = rows.flatMap(({ id, words: row }) =>
        row.flatMap((__, i) => (words.every((word, k) => row[i + k] === word) ? [`${id} ${i}`] : [])),
      );
      const found = await findPhrasePositions(segment, { words, unfinished: false });
      const shown = Array.from(found, (position) => {
        const { id, first } = segment.episodes[findEpisode(segment, locatePassage(segment, position))]!;
        return `${id} ${position - segment.wordsBefore[first]!}`;
      });
      expect(shown.toSorted(), words.join(" ")).toEqual(expected.toSorted());
    }
  });

  it("returns every passage unchanged", async () => {
    for (const [doc, passage] of passages.entries()) {
      if (doc % 17) continue;
      expect(await segment.readPassage(doc)).toEqual(passage);
    }
  });
});

it("does not open a segment that is truncated, of another version or with a damaged head", async () => {
  const bytes = packSegment(real.slice(0, 20));
  const open = (of: Uint8Array) => openSegment(async (from, to) => of.subarray(from, to));
  expect(await open(bytes)).not.toBeNull();
  // Node's file buffers are views of a larger buffer.
  expect(await open(Buffer.concat([Buffer.from("abc"), bytes]).subarray(3))).not.toBeNull();
  expect(await open(bytes.subarray(0, 500))).toBeNull();
  expect(await open(new Uint8Array())).toBeNull();
  for (const at of [0, 4, 40, 300]) {
    const broken = bytes.slice();
    broken[at]! ^= 255;
    expect(await open(broken), String(at)).toBeNull();
  }
});

it("rejects only queries by sound if the sounds are damaged", async () => {
  const bytes = packSegment(real.slice(0, 20));
  bytes[PREAMBLE_BYTES + readPreamble(bytes)!.head + 100]! ^= 255;
  const segment = (await openSegment(async (from, to) => bytes.subarray(from, to)))!;
  expect(segment.words.get("the")?.passageCount).toBeGreaterThan(0);
  await expect(segment.loadSounds()).rejects.toThrow("broken");
});
