import type { Passage } from "../passages.ts";
import { BlobSink } from "./blob-sink.ts";
import { writeMerged } from "./merge.ts";
import { packParts } from "./pack.ts";
import { openSegment, type ReadBytes } from "./segment.ts";

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
/** What packing takes of the work; the rest is merging. */
const PACKING = 0.8;

/**
 * Builds an index of any number of episodes in the memory that some take: they are packed into segments, and these are
 * merged word by word. Null where there is nothing to be read.
 */
export async function buildIndex({ episodes, read, tell, most = MOST }: Building): Promise<Built | null> {
  const segments: Built[] = [];
  let waiting: Passage[] = [];
  const pack = () => {
    if (!waiting.length) return;
    const { head, parts } = packParts(waiting);
    segments.push({ head, rest: new Blob(parts) });
    waiting = [];
  };
  for (const [i, episode] of episodes.entries()) {
    waiting.push(...((await read(episode)) ?? []));
    if (waiting.length >= most) pack();
    tell((i / episodes.length) * PACKING);
  }
  pack();
  const [only] = segments;
  if (!only || segments.length === 1) return only ?? null;
  const opened = await Promise.all(segments.map((built) => openSegment(slicesOf(built))));
  const parts = opened.flatMap((segment) => (segment ? [{ segment }] : []));
  const sinks = { postings: new BlobSink(), positions: new BlobSink(), texts: new BlobSink() };
  const head = await writeMerged(parts, sinks, (share) => tell(PACKING + (1 - PACKING) * share));
  return { head, rest: new Blob(Object.values(sinks).map((sink) => sink.blob())) };
}

/** Reads an index by slices. */
export function slicesOf({ head, rest }: Built): ReadBytes {
  return async (from, to) =>
    to <= head.length
      ? head.subarray(from, to)
      : new Uint8Array(await rest.slice(from - head.length, to - head.length).arrayBuffer());
}
