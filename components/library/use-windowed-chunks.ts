import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** Rows that are rendered together. */
const CHUNK_SIZE = 40;
/** How far outside the viewport rows are rendered, in px. */
const MARGIN_PX = 1000;

/** A range of rows. */
export interface RowChunk {
  start: number;
  /** Index after the last row. */
  end: number;
  isRendered: boolean;
  /** Height at which the chunk was last drawn, in px; undefined before that. */
  height: number | undefined;
}

/** The chunks of a list, and a ref for the element of each, which has its start as `data-start`. */
export interface WindowedChunks {
  chunks: RowChunk[];
  observe: (element: HTMLElement | null) => void;
}

/**
 * Renders of a long list only the rows near the viewport, in chunks. The others leave empty space of their height.
 * @param activeIndex A row that is always rendered, so that it keeps the focus.
 */
export function useWindowedChunks(count: number, activeIndex: number): WindowedChunks {
  const [visible, setVisible] = useState<ReadonlySet<number>>(new Set([0]));
  const heights = useRef(new Map<number, number>()).current;
  const observer = useRef<IntersectionObserver | null>(null);
  observer.current ??= new IntersectionObserver((entries) => updateVisible(entries, heights, setVisible), {
    rootMargin: `${MARGIN_PX}px 0px`,
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  // The observer forgets elements that are removed, and ignores those it observes already.
  const observe = useCallback((element: HTMLElement | null) => {
    if (element) observer.current?.observe(element);
  }, []);
  const chunks: RowChunk[] = [];
  for (let start = 0; start < count; start += CHUNK_SIZE) {
    const end = Math.min(count, start + CHUNK_SIZE);
    const isActive = activeIndex >= start && activeIndex < end;
    chunks.push({ start, end, isRendered: isActive || visible.has(start), height: heights.get(start) });
  }
  return { chunks, observe };
}

function updateVisible(
  entries: readonly IntersectionObserverEntry[],
  heights: Map<number, number>,
  setVisible: (update: (visible: ReadonlySet<number>) => ReadonlySet<number>) => void,
): void {
  setVisible((visible) => {
    const next = new Set(visible);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const start = Number((target as HTMLElement).dataset["start"]);
      if (isIntersecting) next.add(start);
      else if (next.delete(start) && boundingClientRect.height) heights.set(start, boundingClientRect.height);
    }
    return next;
  });
}
