import { beforeAll, describe, expect, it } from "vitest";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { openSearcher } from "../../../../../utils/search/results/create-searcher.ts";
import type { Searcher } from "../../../../../utils/search/results/searcher.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import { library as transcripts, STEPS } from "../../../../bench/search-quality.ts";

const openPassages = async (passages: readonly Passage[]): Promise<Searcher> => {
  const bytes = packSegment(passages);
  return (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
};

/** A library of one episode, a passage for each text. */
const openTexts = (texts: readonly string[]) =>
  openPassages(
    texts.map((text, i) => ({
      id: `talk ${i}`,
      episode: "talk",
      paragraphs: [i, i],
      text,
      speakers: [null],
      starts: [0],
      timing: "none",
      times: [],
    })),
  );
const repeat = (count: number, text: string) => Array.from({ length: count }, () => text);
const searchTexts = async (library: Searcher, typed: string, limit = 5) =>
  (await library.search(typed, { limit, includeBoilerplate: true })).results.map(({ text }) =>
    text.toLowerCase(),
  );

describe("search by sound", () => {
  let raw: Searcher;
  beforeAll(async () => {
    raw = await openPassages(transcripts(STEPS).flatMap(splitPassages));
  });

  it.each([
    ["Enlitic ", "in lytic"],
    ["Keras ", "care us"],
    ["arXiv ", "archive"],
    ["David MacKay ", "dave mckay"],
    ["Timnit Gebru ", "team need guru"],
  ])("finds a misheard name in an uncleaned transcript: %s", async (typed, heard) => {
    expect((await searchTexts(raw, typed)).join("\n")).toContain(heard);
  });

  it("finds one word for two known words that are never adjacent", async () => {
    const library = await openTexts([
      ...repeat(4, "A pac is a group of people."),
      ...repeat(4, "Thomas Bayes had a theorem."),
      "Packbase bounds are about how it generalises.",
    ]);
    expect(await searchTexts(library, "pac bayes ")).toEqual([
      "packbase bounds are about how it generalises.",
    ]);
    const adjacent = await openTexts([...repeat(4, "We like pac bayes."), "Packbase bounds are about it."]);
    expect(await searchTexts(adjacent, "pac bayes ")).toEqual(repeat(4, "we like pac bayes."));
  });

  it("ignores a short word with a missing letter", async () => {
    const library = await openTexts([...repeat(60, "A very good network."), "Networ Kver is a name."]);
    expect(await searchTexts(library, "network ver ", 100)).not.toContain("networ kver is a name.");
    expect(await searchTexts(library, "network kve ", 100)).toContain("networ kver is a name.");
  });

  it("ignores a prefix of a common word", async () => {
    const library = await openTexts([...repeat(12, "We like fonology."), "There was a phono record."]);
    expect(await searchTexts(library, "fono", 20)).toEqual(repeat(12, "we like fonology."));
    expect(await searchTexts(library, "fono ", 20)).toContain("there was a phono record.");
  });
});
