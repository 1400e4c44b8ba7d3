import type { Passage } from "../../text/passages.ts";
import { BlobSink } from "./blob-sink.ts";
import { cacheBlocks } from "../read/block-cache.ts";
import { joinBytes, type ReadBytes } from "../format/bytes.ts";
import { writeMergedSegment } from "./merge-segments.ts";
import { packSegmentParts } from "./pack-segment.ts";
import { readPreamble } from "../format/preamble.ts";
import { openSegment } from "../read/open-segment.ts";
import { createSinks } from "./segment-writer.ts";

/** A packed index: what is read whole, and behind it what is read by slices. */
export interface PackedIndex {
  head: Uint8Array<ArrayBuffer>;
  rest: Blob;
}

/** What an index is built of. */
export interface BuildIndexOptions {
  /** Ids of the episodes, in the order in which they stand in it. */
  episodes: readonly string[];
  /** The passages of one; null where it can't be read, then it is left out. */
  readPassages: (episode: string) => Promise<readonly Passage[] | null>;
  /** Told of the share of the work that is done, from 0 to 1. */
  onProgress: (share: number) => void;
  /** Most passages that are packed at a time. */
  maxPassages?: number;
}

/** So many passages are packed in a third of a second and 30 MB. */
const MAX_PASSAGES_PER_SEGMENT = 4000;
/** Merging goes through all segments from beginning to end, through three parts of each; so much of them is held, in bytes. */
const MERGE_BUFFER_BYTES = 16_000_000;
const NO_CACHE = { texts: 0, places: 0 };
/** How many times it is told how far the work is. */
const PROGRESS_STEPS = 100;
/** What packing takes of the work; the rest is merging. */
const PACKING_SHARE = 0.8;

/**
 * Builds an index of any number of episodes in the memory that some take: they are packed into segments, and these are
 * merged word by word. Null where there is nothing to be read.
 */
export async function buildIndex({
  episodes,
  readPassages: read,
  maxPassages: most = MAX_PASSAGES_PER_SEGMENT,
  ...asked
}: BuildIndexOptions): Promise<PackedIndex | null> {
  const tell = throttleProgress(asked.onProgress);
  const segments: PackedIndex[] = [];
  let waiting: Passage[] = [];
  const pack = (isLast = false) => {
    if (!waiting.length) return;
    const { head, parts } = packSegmentParts(waiting, isLast && !segments.length);
    segments.push({ head, rest: new Blob(parts) });
    waiting = [];
  };
  for (const [i, episode] of episodes.entries()) {
    waiting.push(...((await read(episode)) ?? []));
    if (waiting.length >= most) pack();
    tell((i / episodes.length) * PACKING_SHARE);
  }
  pack(true);
  const [only] = segments;
  if (!only || segments.length === 1) return only ?? null;
  const blocks = {
    blockBytes: Math.ceil(MERGE_BUFFER_BYTES / 4 / segments.length),
    maxBlocks: 4,
    maxBlocksPerRead: 4,
  };
  const opened = await Promise.all(
    segments.map((built) => openSegment(cacheBlocks(createSliceReader(built), blocks), NO_CACHE)),
  );
  const parts = opened.flatMap((segment) => (segment ? [{ segment }] : []));
  const sinks = createSinks(() => new BlobSink());
  // They stand behind all else.
  for (const { head, rest } of segments)
    sinks.texts.addBlob(rest.slice(rest.size - readPreamble(head)!.texts));
  const told = (share: number) => tell(PACKING_SHARE + (1 - PACKING_SHARE) * share);
  const head = await writeMergedSegment(parts, sinks, told, false);
  return { head, rest: new Blob(Object.values(sinks).map((sink) => sink.blob())) };
}

function throttleProgress(tell: (share: number) => void): (share: number) => void {
  let told = -1;
  return (share) => {
    const step = Math.floor(share * PROGRESS_STEPS);
    if (step > told) tell((told = step) / PROGRESS_STEPS);
  };
}

/** Reads an index by slices. */
export function createSliceReader({ head, rest }: PackedIndex): ReadBytes {
  return async (from, to) => {
    if (to <= head.length) return head.subarray(from, to);
    const start = Math.max(0, from - head.length);
    const read = new Uint8Array(await rest.slice(start, to - head.length).arrayBuffer());
    return from < head.length ? joinBytes([head.subarray(from), read]) : read;
  };
}
