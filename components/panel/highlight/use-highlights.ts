import { useEffect, useLayoutEffect } from "preact/hooks";
import type { RefObject } from "preact";
import type { TextHit } from "../../../utils/search/text/find-in-transcript.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import { findLowestIndex } from "../../../utils/shared/binary-search.ts";
import { createStaticRange, collectTextNodes } from "./text-nodes.ts";

/** Stretches of text that are drawn alike, by paragraph. */
export type OffsetsByParagraph = ReadonlyMap<number, readonly Offsets[]>;

/** What is drawn over the text. */
export interface HighlightedOffsets {
  /** Hits of the search, and the one that is looked at. */
  hits: OffsetsByParagraph;
  currentHit: TextHit | undefined;
  /** Words of saved quotes. */
  saved: OffsetsByParagraph;
  /** Words that a link or a saved quote asked for. */
  target: OffsetsByParagraph;
}

/** Names under which the browser draws them; a style sheet says how. One panel a page, so one set of names. */
const HIGHLIGHT_NAMES = {
  hits: "earmark-hits",
  hit: "earmark-hit",
  saved: "earmark-saved",
  asked: "earmark-asked",
} as const;
type HighlightLayer = keyof typeof HIGHLIGHT_NAMES;
const HIGHLIGHT_LAYERS = Object.keys(HIGHLIGHT_NAMES) as HighlightLayer[];
/** What is drawn above what. */
const HIGHLIGHT_PRIORITIES: { [layer in HighlightLayer]: number } = { saved: 0, asked: 1, hits: 2, hit: 3 };
/** How far beyond the view they are drawn, in heights of it. */
const OVERSCAN_VIEWPORTS = 1;

/** Whether the browser draws stretches of text without a change to the page (Chromium 105, Firefox 140). */
export const canHighlight = (): boolean => typeof Highlight === "function" && "highlights" in CSS;

/**
 * Draws stretches in and around the view, without touching the text: twelve thousand of them cost no more than those
 * that can be seen. Drawn anew when the list is scrolled, when the text around is drawn anew, or with other stretches.
 */
export function useHighlights(
  list: RefObject<HTMLElement | null>,
  { hits, currentHit: hit, saved, target: asked }: HighlightedOffsets,
  text: unknown,
): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || !canHighlight()) return undefined;
    const drawn = { hits, currentHit: hit, saved, target: asked };
    paintHighlights(box, drawn);
    let waiting = 0;
    const onScroll = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        paintHighlights(box, drawn);
      });
    };
    if (!hits.size && !saved.size && !asked.size) return undefined;
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      box.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(waiting);
    };
  }, [list, hits, hit, saved, asked, text]);
  useEffect(
    () => () => {
      for (const name of Object.values(HIGHLIGHT_NAMES)) if (canHighlight()) CSS.highlights.delete(name);
    },
    [],
  );
}

function paintHighlights(
  box: HTMLElement,
  { hits, currentHit: hit, saved, target: asked }: HighlightedOffsets,
): void {
  const ranges: { [layer in HighlightLayer]: StaticRange[] } = { hits: [], hit: [], saved: [], asked: [] };
  const own = hit ? [hit, ...(hit.continuations ?? [])] : [];
  const isSomething = hits.size + saved.size + asked.size > 0;
  for (const row of isSomething ? findVisibleRows(box) : []) {
    const index = Number(row.dataset["index"]);
    const nodes = lazy(() => collectTextNodes(row));
    const draw = (layer: HighlightLayer, [start, end]: Offsets) => {
      const range = createStaticRange(nodes(), start, end);
      if (range) ranges[layer].push(range);
    };
    for (const span of hits.get(index) ?? []) {
      const isCurrent = own.some((stretch) => stretch.textIndex === index && stretch.start === span[0]);
      draw(isCurrent ? "hit" : "hits", span);
    }
    for (const span of saved.get(index) ?? []) draw("saved", span);
    for (const span of asked.get(index) ?? []) draw("asked", span);
  }
  for (const layer of HIGHLIGHT_LAYERS) {
    // Setting one makes the browser look at the whole text again.
    if (!ranges[layer].length && !CSS.highlights.get(HIGHLIGHT_NAMES[layer])?.size) continue;
    const highlight = new Highlight(...ranges[layer]);
    highlight.priority = HIGHLIGHT_PRIORITIES[layer];
    CSS.highlights.set(HIGHLIGHT_NAMES[layer], highlight);
  }
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The rows of a list in and around its view; its pieces stand one below the other, so the first is found by halving. */
function findVisibleRows(box: HTMLElement): HTMLElement[] {
  const pieces = box.children;
  const { top, height } = box.getBoundingClientRect();
  const [from, to] = [top - height * OVERSCAN_VIEWPORTS, top + height * (1 + OVERSCAN_VIEWPORTS)];
  const first = findLowestIndex(pieces.length, (k) => pieces[k]!.getBoundingClientRect().bottom >= from);
  const seen: HTMLElement[] = [];
  for (let k = first; k < pieces.length && pieces[k]!.getBoundingClientRect().top < to; k++)
    for (const row of pieces[k]!.children) seen.push(row as HTMLElement);
  return seen;
}
