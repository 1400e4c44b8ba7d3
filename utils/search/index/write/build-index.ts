import type { Passage } from "../../text/passages.ts";
import { BlobSink } from "./blob-sink.ts";
import { cacheBlocks } from "../read/block-cache.ts";
import { joinBytes, type ReadBytes } from "../format/bytes.ts";
import { writeMergedSegment } from "./merge-segments.ts";
import { packSegmentParts } from "./pack-segment.ts";
import { readPreamble } from "../format/preamble.ts";
import { openSegment } from "../read/open-segment.ts";
import { createSinks } from "./segment-writer.ts";

/** An index: preamble and head in memory, the other parts in a blob that is read by slices. */
export interface PackedIndex {
  head: Uint8Array<ArrayBuffer>;
  rest: Blob;
}

/** Input of `buildIndex`. */
export interface BuildIndexOptions {
  /** Episode ids in the order of the index. */
  episodes: readonly string[];
  /** Reads the passages of an episode; null leaves it out. */
  readPassages: (episode: string) => Promise<readonly Passage[] | null>;
  /** Receives the share of the work that is done, from 0 to 1. */
  onProgress: (share: number) => void;
  /** Passages per intermediate segment. */
  maxPassages?: number;
}

/** Packing this many passages takes a third of a second and 30 MB. */
const MAX_PASSAGES_PER_SEGMENT = 4000;
/** Buffer for merging, which reads three parts of each segment from beginning to end. */
const MERGE_BUFFER_BYTES = 16_000_000;
const NO_CACHE = { texts: 0, positions: 0 };
/** Most progress reports of one build. */
const PROGRESS_STEPS = 100;
/** Share of the work that packing takes; the rest is merging. */
const PACKING_SHARE = 0.8;

/**
 * Builds an index in bounded memory: episodes are packed into intermediate segments, and these are merged word by word.
 * @returns Null if no episode can be read.
 */
export async function buildIndex({
  episodes,
  readPassages,
  onProgress,
  maxPassages = MAX_PASSAGES_PER_SEGMENT,
}: BuildIndexOptions): Promise<PackedIndex | null> {
  const report = throttleProgress(onProgress);
  const segments: PackedIndex[] = [];
  let pending: Passage[] = [];
  const pack = (isLast = false) => {
    if (!pending.length) return;
    const { head, parts } = packSegmentParts(pending, isLast && !segments.length);
    segments.push({ head, rest: new Blob(parts) });
    pending = [];
  };
  for (const [i, episode] of episodes.entries()) {
    pending.push(...((await readPassages(episode)) ?? []));
    if (pending.length >= maxPassages) pack();
    report((i / episodes.length) * PACKING_SHARE);
  }
  pack(true);
  const [only] = segments;
  if (!only || segments.length === 1) return only ?? null;
  return mergeIndexes(segments, (share) => report(PACKING_SHARE + (1 - PACKING_SHARE) * share));
}

async function mergeIndexes(
  segments: readonly PackedIndex[],
  onProgress: (share: number) => void,
): Promise<PackedIndex> {
  const cacheOptions = {
    blockBytes: Math.ceil(MERGE_BUFFER_BYTES / 4 / segments.length),
    maxBlocks: 4,
    maxBlocksPerRead: 4,
  };
  const opened = await Promise.all(
    segments.map((index) => openSegment(cacheBlocks(createSliceReader(index), cacheOptions), NO_CACHE)),
  );
  const parts = opened.flatMap((segment) => (segment ? [{ segment }] : []));
  const sinks = createSinks(() => new BlobSink());
  // Texts are the last part, so they are appended as blobs without being read.
  for (const { head, rest } of segments)
    sinks.texts.addBlob(rest.slice(rest.size - readPreamble(head)!.texts));
  const head = await writeMergedSegment(parts, sinks, onProgress, false);
  return { head, rest: new Blob(Object.values(sinks).map((sink) => sink.toBlob())) };
}

function throttleProgress(onProgress: (share: number) => void): (share: number) => void {
  let lastStep = -1;
  return (share) => {
    const step = Math.floor(share * PROGRESS_STEPS);
    if (step <= lastStep) return;
    lastStep = step;
    onProgress(step / PROGRESS_STEPS);
  };
}

/** Reads byte ranges of an index. */
export function createSliceReader({ head, rest }: PackedIndex): ReadBytes {
  return async (from, to) => {
    if (to <= head.length) return head.subarray(from, to);
    const start = Math.max(0, from - head.length);
    const bytes = new Uint8Array(await rest.slice(start, to - head.length).arrayBuffer());
    return from < head.length ? joinBytes([head.subarray(from), bytes]) : bytes;
  };
}
