import { beforeAll, expect, it } from "vitest";
import { getFileText } from "../../../../../utils/library/build/build-library.ts";
import { splitPassages, type Passage } from "../../../../../utils/search/text/passages.ts";
import { openSearcher } from "../../../../../utils/search/results/create-searcher.ts";
import {
  buildIndex,
  createSliceReader,
  type PackedIndex,
} from "../../../../../utils/search/index/write/build-index.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";
import type { Transcript } from "../../../../../utils/transcript/model/transcript.ts";
import { loadBuiltLibrary } from "../../../../built-library.ts";

/** Passages of the bundled episodes. */
const passages = new Map<string, Passage[]>();
beforeAll(() => {
  const files = loadBuiltLibrary();
  for (const { id } of JSON.parse(getFileText(files, "catalog.json")) as { id: string }[])
    passages.set(id, splitPassages(JSON.parse(getFileText(files, `${id}.json`)) as Transcript));
});

const read = async (id: string) => passages.get(id) ?? null;
const bytesOf = async ({ head, rest }: PackedIndex) =>
  new Uint8Array(await new Blob([head, rest]).arrayBuffer());

it.each([1, 100, 4000])("builds from pieces of %i passages what packing at once gives", async (most) => {
  const shares: number[] = [];
  const built = await buildIndex({
    episodes: [...passages.keys()],
    readPassages: read,
    onProgress: (share) => shares.push(share),
    maxPassages: most,
  });
  expect(await bytesOf(built!)).toEqual(packSegment([...passages.values()].flat()));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.length).toBeGreaterThanOrEqual(5);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

it("leaves out unreadable episodes", async () => {
  const [one, two] = [...passages.keys()] as [string, string];
  const built = await buildIndex({
    episodes: [one, "nowhere", two],
    readPassages: read,
    onProgress: () => undefined,
  });
  expect(await bytesOf(built!)).toEqual(packSegment([...passages.get(one)!, ...passages.get(two)!]));
});

it("returns null without readable episodes", async () => {
  expect(
    await buildIndex({ episodes: ["nowhere"], readPassages: read, onProgress: () => undefined }),
  ).toBeNull();
});

it("builds an index that is searched by slices", async () => {
  const built = await buildIndex({
    episodes: [...passages.keys()],
    readPassages: read,
    onProgress: () => undefined,
    maxPassages: 50,
  });
  const { search } = (await openSearcher(createSliceReader(built!)))!;
  const { results } = await search('"clean water infrastructure"', { limit: 1 });
  expect(results[0]?.episode).toBe("gradient-dissent-2023-01-05");
});
