import { beforeAll, describe, expect, it } from "vitest";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { openSearcher } from "../../../../../utils/search/results/create-searcher.ts";
import type { Searcher } from "../../../../../utils/search/results/searcher.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import { library as transcripts, STEPS } from "../../../../bench/search-quality.ts";

const over = async (passages: readonly Passage[]): Promise<Searcher> => {
  const bytes = packSegment(passages);
  return (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
};

/** A library of one episode, a passage for each text. */
const ofTexts = (texts: readonly string[]) =>
  over(
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
const times = (count: number, text: string) => Array.from({ length: count }, () => text);
const shown = async (library: Searcher, typed: string, limit = 5) =>
  (await library.search(typed, { limit, includeBoilerplate: true })).results.map(({ text }) =>
    text.toLowerCase(),
  );

describe("what sounds like a name", () => {
  let raw: Searcher;
  beforeAll(async () => {
    raw = await over(transcripts(STEPS).flatMap(splitPassages));
  });

  it.each([
    ["Enlitic ", "in lytic"],
    ["Keras ", "care us"],
    ["arXiv ", "archive"],
    ["David MacKay ", "dave mckay"],
    ["Timnit Gebru ", "team need guru"],
  ])("is found in a transcript that was never cleaned: %s", async (typed, heard) => {
    expect((await shown(raw, typed)).join("\n")).toContain(heard);
  });

  it("is found for two words that are said, but never one after the other", async () => {
    const library = await ofTexts([
      ...times(4, "A pac is a group of people."),
      ...times(4, "Thomas Bayes had a theorem."),
      "Packbase bounds are about how it generalises.",
    ]);
    expect(await shown(library, "pac bayes ")).toEqual(["packbase bounds are about how it generalises."]);
    const said = await ofTexts([...times(4, "We like pac bayes."), "Packbase bounds are about it."]);
    expect(await shown(said, "pac bayes ")).toEqual(times(4, "we like pac bayes."));
  });

  it("is not looked for where a short word lacks a letter", async () => {
    const library = await ofTexts([...times(60, "A very good network."), "Networ Kver is a name."]);
    expect(await shown(library, "network ver ", 100)).not.toContain("networ kver is a name.");
    expect(await shown(library, "network kve ", 100)).toContain("networ kver is a name.");
  });

  it("is not looked for while a word is typed that is said again and again", async () => {
    const library = await ofTexts([...times(12, "We like fonology."), "There was a phono record."]);
    expect(await shown(library, "fono", 20)).toEqual(times(12, "we like fonology."));
    expect(await shown(library, "fono ", 20)).toContain("there was a phono record.");
  });
});
