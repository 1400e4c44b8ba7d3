import type { Passage } from "../passages.ts";
import { BlobSink } from "./blob-sink.ts";
import { inBlocks } from "./blocks.ts";
import { joinedBytes, type ReadBytes } from "./bytes.ts";
import { writeMerged } from "./merge.ts";
import { packParts } from "./pack.ts";
import { readPreamble } from "./preamble.ts";
import { openSegment } from "./segment.ts";
import { sinksOf } from "./write.ts";

/** A packed index: what is read whole, and behind it what is read by slices. */
export interface Built {
  head: Uint8Array<ArrayBuffer>;
  rest: Blob;
}

/** What an index is built of. */
export interface Building {
  /** Ids of the episodes, in the order in which they stand in it. */
  episodes: readonly string[];
  /** The passages of one; null where it can't be read, then it is left out. */
  read: (episode: string) => Promise<readonly Passage[] | null>;
  /** Told of the share of the work that is done, from 0 to 1. */
  tell: (share: number) => void;
  /** Most passages that are packed at a time. */
  most?: number;
}

/** So many passages are packed in a third of a second and 30 MB. */
const MOST = 4000;
/** Merging goes through all segments from beginning to end, through three parts of each; so much of them is held, in bytes. */
const AHEAD = 16_000_000;
const NOTHING_KEPT = { texts: 0, places: 0 };
/** How many times it is told how far the work is. */
const STEPS = 100;
/** What packing takes of the work; the rest is merging. */
const PACKING = 0.8;

/**
 * Builds an index of any number of episodes in the memory that some take: they are packed into segments, and these are
 * merged word by word. Null where there is nothing to be read.
 */
export async function buildIndex({ episodes, read, most = MOST, ...asked }: Building): Promise<Built | null> {
  const tell = inSteps(asked.tell);
  const segments: Built[] = [];
  let waiting: Passage[] = [];
  const pack = (isLast = false) => {
    if (!waiting.length) return;
    const { head, parts } = packParts(waiting, isLast && !segments.length);
    segments.push({ head, rest: new Blob(parts) });
    waiting = [];
  };
  for (const [i, episode] of episodes.entries()) {
    waiting.push(...((await read(episode)) ?? []));
    if (waiting.length >= most) pack();
    tell((i / episodes.length) * PACKING);
  }
  pack(true);
  const [only] = segments;
  if (!only || segments.length === 1) return only ?? null;
  const blocks = { size: Math.ceil(AHEAD / 4 / segments.length), most: 4, long: 4 };
  const opened = await Promise.all(
    segments.map((built) => openSegment(inBlocks(slicesOf(built), blocks), NOTHING_KEPT)),
  );
  const parts = opened.flatMap((segment) => (segment ? [{ segment }] : []));
  const sinks = sinksOf(() => new BlobSink());
  // They stand behind all else.
  for (const { head, rest } of segments) sinks.texts.take(rest.slice(rest.size - readPreamble(head)!.texts));
  const told = (share: number) => tell(PACKING + (1 - PACKING) * share);
  const head = await writeMerged(parts, sinks, told, false);
  return { head, rest: new Blob(Object.values(sinks).map((sink) => sink.blob())) };
}

function inSteps(tell: (share: number) => void): (share: number) => void {
  let told = -1;
  return (share) => {
    const step = Math.floor(share * STEPS);
    if (step > told) tell((told = step) / STEPS);
  };
}

/** Reads an index by slices. */
export function slicesOf({ head, rest }: Built): ReadBytes {
  return async (from, to) => {
    if (to <= head.length) return head.subarray(from, to);
    const start = Math.max(0, from - head.length);
    const read = new Uint8Array(await rest.slice(start, to - head.length).arrayBuffer());
    return from < head.length ? joinedBytes([head.subarray(from), read]) : read;
  };
}
