import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Index } from "flexsearch";
import MiniSearch from "minisearch";
import { splitPassages, type Passage } from "../../../utils/search/text/passages.ts";
import type { ReadBytes } from "../../../utils/search/index/format/bytes.ts";
import { writeMergedSegment } from "../../../utils/search/index/write/merge-segments.ts";
import { packSegment } from "../../../utils/search/index/write/pack-segment.ts";
import { SEGMENT_VERSION } from "../../../utils/search/index/format/preamble.ts";
import { openSegment } from "../../../utils/search/index/read/open-segment.ts";
import { createSinks, type SegmentSink } from "../../../utils/search/index/write/segment-writer.ts";
import { foldTerm } from "../../../utils/search/text/search-terms.ts";
import { generatedEpisodes } from "../../corpus/generated.ts";
import { library } from "../search-quality.ts";
import { MINISEARCH } from "./page/minisearch-options.ts";
import { sqliteAt } from "./sqlite.ts";

const CACHE = join(import.meta.dirname, "../../../node_modules/.cache/earmark-bench");
/** Episodes in a segment; they are merged at the end. */
const SEGMENT = 250;
/** Engines that hold all in memory and in one string are not tried beyond so many: that has a limit of 512 MB. */
const MOST_IN_A_STRING = 5000;
/** Of so many passages one is asked about. */
const SAMPLE = 20;

/** Files of a corpus, each for one engine. */
export interface Corpus {
  folder: string;
  /** The engines whose index could be made and saved. */
  engines: string[];
  queries: string[];
}

/** Makes the indexes of so many episodes for all engines, or takes those that were made before. */
export async function corpusOf(
  episodes: number,
  queriesOf: (passages: readonly Passage[]) => string[],
): Promise<Corpus> {
  const folder = join(CACHE, String(episodes));
  const facts = join(folder, "facts.json");
  const known = existsSync(facts)
    ? (JSON.parse(readFileSync(facts, "utf8")) as Corpus & { version: number })
    : null;
  if (known?.version === SEGMENT_VERSION) return known;
  mkdirSync(folder, { recursive: true });
  const real = library([]).map(splitPassages);
  const all = function* () {
    yield* real;
    yield* generatedEpisodes(real.flat(), episodes - real.length);
  };
  await ours(folder, all());
  // Where ours alone is of another version, the others' indexes are as they were.
  const corpus = known ?? { folder, ...(await others(folder, episodes, all, queriesOf)) };
  writeFileSync(facts, JSON.stringify({ ...corpus, version: SEGMENT_VERSION }));
  return corpus;
}

/** Segments one after the other, then merged; no more than one of them and one episode is in memory. */
async function ours(folder: string, all: Iterable<Passage[]>): Promise<void> {
  const files: string[] = [];
  let waiting: Passage[][] = [];
  const pack = () => {
    const name = join(folder, `part-${files.length}.bin`);
    writeFileSync(name, packSegment(waiting.flat()));
    files.push(name);
    waiting = [];
  };
  for (const episode of all) if (waiting.push(episode) === SEGMENT) pack();
  if (waiting.length) pack();
  const readers = files.map(fileReader);
  const segments = await Promise.all(readers.map(async ({ read }) => (await openSegment(read))!));
  const sinks = createSinks((part) => fileSink(join(folder, `${part}.bin`)));
  const head = await writeMergedSegment(
    segments.map((segment) => ({ segment })),
    sinks,
  );
  const whole = join(folder, "ours.bin");
  writeFileSync(whole, head);
  for (const { name, flush } of Object.values(sinks)) {
    flush();
    const { size, read } = fileReader(name);
    for (let at = 0; at < size(); at += PIECE) appendFileSync(whole, await read(at, at + PIECE));
    rmSync(name);
  }
  for (const { close } of readers) close();
  for (const file of files) rmSync(file);
}

const PIECE = 16_000_000;

function fileReader(name: string): { read: ReadBytes; size: () => number; close: () => void } {
  const file = openSync(name, "r");
  return {
    async read(from, to) {
      const bytes = new Uint8Array(to - from);
      return bytes.subarray(0, readSync(file, bytes, 0, to - from, from));
    },
    size: () => statSync(name).size,
    close: () => closeSync(file),
  };
}

function fileSink(name: string): SegmentSink & { name: string; flush: () => void } {
  writeFileSync(name, "");
  let waiting: Uint8Array[] = [];
  let [length, held] = [0, 0];
  const flush = () => {
    appendFileSync(name, Buffer.concat(waiting));
    waiting = [];
    held = 0;
  };
  return {
    name,
    flush,
    get length() {
      return length;
    },
    writeBytes(bytes) {
      waiting.push(bytes);
      length += bytes.length;
      held += bytes.length;
      if (held > PIECE) flush();
    },
  };
}

async function others(
  folder: string,
  episodes: number,
  all: () => Iterable<Passage[]>,
  queriesOf: (passages: readonly Passage[]) => string[],
): Promise<Omit<Corpus, "folder">> {
  const engines = ["ours", "sqlite"];
  const sqlite = sqliteAt(join(folder, "sqlite.bin"));
  const sample: Passage[] = [];
  let count = 0;
  for (const episode of all())
    for (const passage of episode) {
      sqlite.add(passage);
      if (count++ % SAMPLE === 0) sample.push(passage);
    }
  sqlite.close();
  for (const [name, make] of [
    ["minisearch", miniSearch],
    ["flexsearch", flexSearch],
    ["scan", plainText],
  ] as const)
    try {
      if (episodes > MOST_IN_A_STRING) throw new Error("it would be one string of more than 512 MB");
      writeFileSync(join(folder, `${name}.bin`), await make([...all()].flat()));
      engines.push(name);
    } catch (error) {
      // What can't be saved is part of the result.
      console.log(`search ${name} over ${episodes} episodes can't be saved: ${(error as Error).message}`);
    }
  return { engines, queries: queriesOf(sample) };
}

const plainText = async (passages: readonly Passage[]): Promise<string> =>
  passages.map(({ text }) => foldTerm(text.replace(/\s+/g, " "))).join("\n");

async function miniSearch(passages: readonly Passage[]): Promise<string> {
  const index = new MiniSearch<Passage>(MINISEARCH);
  index.addAll(passages);
  return JSON.stringify(index);
}

async function flexSearch(passages: readonly Passage[]): Promise<string> {
  const index = new Index();
  for (const [id, { text }] of passages.entries()) index.add(id, text);
  const parts: [string, string][] = [];
  await index.export((key: string, data: string) => {
    parts.push([key, data]);
  });
  return JSON.stringify(parts);
}
