import { useEffect, useMemo, useRef, useState } from "preact/hooks";

/** Paragraphs that are built together: a screen or two. */
const CHUNK_SIZE = 12;

/** While somebody types, nothing else is built, in milliseconds from the last letter on. */
const TYPING_PAUSE_MS = 400;

/** A stretch of the list: paragraphs from one index to before another, a piece that is built or all up to the next. */
export interface ParagraphChunk {
  start: number;
  end: number;
  isRendered: boolean;
}

const getChunkIndex = (index: number) => Math.floor(index / CHUNK_SIZE);

/**
 * Builds a long list in pieces, so that the first screen comes at once and the page stays free: at first the pieces
 * around the paragraphs that are wanted now (indexes; below 0 for none), then the others one by one, the nearest first.
 * Nothing that was built goes away again, or the browser's own search would miss it.
 * @param typed What is typed into the search; a letter goes before what is not wanted yet.
 */
export function useChunks(
  count: number,
  wanted: readonly (number | undefined)[],
  typed: string,
): ParagraphChunk[] {
  const built = useRef(new Set<number>()).current;
  const before = useRef(typed);
  const [, draw] = useState(0);
  const total = Math.ceil(count / CHUNK_SIZE);
  const places = wanted.filter((index) => index !== undefined && index >= 0 && index < count) as number[];
  for (const index of places.length ? places : [0])
    // What is read next, and what stands above it in the view, may be across a border.
    for (const near of [index, index + CHUNK_SIZE / 2, index - CHUNK_SIZE / 2]) {
      const chunk = getChunkIndex(near);
      if (chunk >= 0 && chunk < total) built.add(chunk);
    }
  const from = getChunkIndex(places[0] ?? 0);
  useEffect(() => {
    const missing = Array.from({ length: total }, (_, chunk) => chunk).filter((chunk) => !built.has(chunk));
    if (!missing.length) return undefined;
    const next = missing.reduce((a, b) => (Math.abs(b - from) < Math.abs(a - from) ? b : a));
    const pause = before.current === typed ? 0 : TYPING_PAUSE_MS;
    before.current = typed;
    // A task of its own behind the frame that shows what is there.
    const timer = setTimeout(() => {
      built.add(next);
      draw((n) => n + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [built, built.size, total, from, typed]);
  return useMemo(
    () => buildChunks(count, (chunk) => built.has(chunk)),
    // The set only grows, so its size says what is in it.
    // oxlint-disable-next-line react/exhaustive-deps
    [built, built.size, count],
  );
}

/** Pieces that are built, and what is between them: a hundred empty ones would each be styled at every change. */
function buildChunks(count: number, isBuilt: (chunk: number) => boolean): ParagraphChunk[] {
  const all: ParagraphChunk[] = [];
  for (let from = 0; from < count; from += CHUNK_SIZE) {
    const next = {
      start: from,
      end: Math.min(count, from + CHUNK_SIZE),
      isRendered: isBuilt(getChunkIndex(from)),
    };
    const last = all.at(-1);
    if (last && !last.isRendered && !next.isRendered) last.end = next.end;
    else all.push(next);
  }
  return all;
}
