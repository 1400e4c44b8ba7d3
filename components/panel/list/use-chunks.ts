import { useEffect, useMemo, useRef, useState } from "preact/hooks";

/** Paragraphs rendered together: one or two screens. */
const CHUNK_SIZE = 12;
/** Rendering of further chunks pauses this long after a letter was typed. */
const TYPING_PAUSE_MS = 400;

/** A range of paragraphs: one rendered chunk, or all paragraphs up to the next one. */
export interface ParagraphChunk {
  start: number;
  /** Index after the last paragraph. */
  end: number;
  isRendered: boolean;
}

const getChunkIndex = (paragraph: number) => Math.floor(paragraph / CHUNK_SIZE);

/**
 * Renders a long list in chunks, so that the first screen appears at once and the page stays responsive. The chunks
 * around the wanted paragraphs come first, then one per task the nearest of the others. Rendered chunks stay, for the
 * browser's own search needs them.
 * @param wanted Indexes of paragraphs; undefined and negative ones are ignored.
 * @param typed The query. Typing takes precedence over further chunks.
 */
export function useChunks(
  count: number,
  wanted: readonly (number | undefined)[],
  typed: string,
): ParagraphChunk[] {
  const rendered = useRef(new Set<number>()).current;
  const lastTyped = useRef(typed);
  const [, setRenderCount] = useState(0);
  const total = Math.ceil(count / CHUNK_SIZE);
  const indexes = wanted.filter((index) => index !== undefined && index >= 0 && index < count) as number[];
  for (const index of indexes.length ? indexes : [0])
    // The screen around a paragraph can reach into the next or the previous chunk.
    for (const neighbour of [index, index + CHUNK_SIZE / 2, index - CHUNK_SIZE / 2]) {
      const chunk = getChunkIndex(neighbour);
      if (chunk >= 0 && chunk < total) rendered.add(chunk);
    }
  const centre = getChunkIndex(indexes[0] ?? 0);
  useEffect(() => {
    const missing = Array.from({ length: total }, (_, chunk) => chunk).filter(
      (chunk) => !rendered.has(chunk),
    );
    if (!missing.length) return undefined;
    const next = missing.reduce((a, b) => (Math.abs(b - centre) < Math.abs(a - centre) ? b : a));
    const pause = lastTyped.current === typed ? 0 : TYPING_PAUSE_MS;
    lastTyped.current = typed;
    const timer = setTimeout(() => {
      rendered.add(next);
      setRenderCount((n) => n + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [rendered, rendered.size, total, centre, typed]);
  return useMemo(
    () => buildChunks(count, (chunk) => rendered.has(chunk)),
    // The set only grows, so its size identifies its contents.
    // oxlint-disable-next-line react/exhaustive-deps
    [rendered, rendered.size, count],
  );
}

/** Neighbouring chunks that are not rendered share one element, for the browser styles each at every change. */
function buildChunks(count: number, isRendered: (chunk: number) => boolean): ParagraphChunk[] {
  const chunks: ParagraphChunk[] = [];
  for (let start = 0; start < count; start += CHUNK_SIZE) {
    const next = {
      start,
      end: Math.min(count, start + CHUNK_SIZE),
      isRendered: isRendered(getChunkIndex(start)),
    };
    const last = chunks.at(-1);
    if (last && !last.isRendered && !next.isRendered) last.end = next.end;
    else chunks.push(next);
  }
  return chunks;
}
