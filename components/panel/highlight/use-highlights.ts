import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { OffsetsByParagraph } from "../../../utils/quote/text-range.ts";
import type { TextHit } from "../../../utils/search/text/find-in-transcript.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import { findLowestIndex } from "../../../utils/shared/binary-search.ts";
import { collectTextNodes, createStaticRange, type TextNodeOffset } from "./text-nodes.ts";

/** The text to highlight. */
export interface HighlightedOffsets {
  hits: OffsetsByParagraph;
  currentHit: TextHit | undefined;
  /** Words of saved quotes. */
  saved: OffsetsByParagraph;
  /** Words that a link or a saved quote asked for. */
  target: OffsetsByParagraph;
}

/** Names in the document's highlight registry, which the style sheet uses. There is one panel on a page. */
const HIGHLIGHT_NAMES = {
  hits: "earmark-hits",
  currentHit: "earmark-hit",
  saved: "earmark-saved",
  target: "earmark-asked",
} as const;
type HighlightLayer = keyof typeof HIGHLIGHT_NAMES;
const HIGHLIGHT_LAYERS = Object.keys(HIGHLIGHT_NAMES) as HighlightLayer[];
/** A higher priority is painted above a lower one. */
const HIGHLIGHT_PRIORITIES: { [layer in HighlightLayer]: number } = {
  saved: 0,
  target: 1,
  hits: 2,
  currentHit: 3,
};
/** Rows this far outside the view are highlighted, in heights of the view. */
const OVERSCAN_VIEWPORTS = 1;

/**
 * Whether the browser has the CSS Custom Highlight API (Chromium 105, Firefox 140).
 * @see https://developer.mozilla.org/en-US/docs/Web/API/CSS_Custom_Highlight_API
 */
export const canHighlight = (): boolean => typeof Highlight === "function" && "highlights" in CSS;

/**
 * Highlights text in and near the view, without a change to the document: 12,000 hits cost no more than the visible
 * ones. Repaints when the list scrolls and when the highlighted text changes.
 * @param rendered Changes when text nodes of the list were replaced.
 */
export function useHighlights(
  list: RefObject<HTMLElement | null>,
  { hits, currentHit, saved, target }: HighlightedOffsets,
  rendered: unknown,
): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || !canHighlight()) return undefined;
    const highlighted = { hits, currentHit, saved, target };
    paintHighlights(box, highlighted);
    if (!hasOffsets(highlighted)) return undefined;
    let frame = 0;
    const onScroll = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        paintHighlights(box, highlighted);
      });
    };
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      box.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
    };
  }, [list, hits, currentHit, saved, target, rendered]);
  useEffect(
    () => () => {
      for (const name of Object.values(HIGHLIGHT_NAMES)) if (canHighlight()) CSS.highlights.delete(name);
    },
    [],
  );
}

const hasOffsets = ({ hits, saved, target }: HighlightedOffsets): boolean =>
  hits.size + saved.size + target.size > 0;

type RangesByLayer = { [layer in HighlightLayer]: StaticRange[] };

function paintHighlights(box: HTMLElement, highlighted: HighlightedOffsets): void {
  const ranges: RangesByLayer = { hits: [], currentHit: [], saved: [], target: [] };
  if (hasOffsets(highlighted)) for (const row of findVisibleRows(box)) addRowRanges(ranges, row, highlighted);
  for (const layer of HIGHLIGHT_LAYERS) {
    // The browser repaints the whole text whenever a highlight is set, even an empty one.
    if (!ranges[layer].length && !CSS.highlights.get(HIGHLIGHT_NAMES[layer])?.size) continue;
    const highlight = new Highlight(...ranges[layer]);
    highlight.priority = HIGHLIGHT_PRIORITIES[layer];
    CSS.highlights.set(HIGHLIGHT_NAMES[layer], highlight);
  }
}

function addRowRanges(
  ranges: RangesByLayer,
  row: HTMLElement,
  { hits, currentHit, saved, target }: HighlightedOffsets,
): void {
  const index = Number(row.dataset["index"]);
  const currentParts = currentHit ? [currentHit, ...(currentHit.continuations ?? [])] : [];
  const isCurrent = ([start]: Offsets) =>
    currentParts.some((part) => part.textIndex === index && part.start === start);
  let nodes: TextNodeOffset[] | null = null;
  const add = (layer: HighlightLayer, [start, end]: Offsets) => {
    nodes ??= collectTextNodes(row);
    const range = createStaticRange(nodes, start, end);
    if (range) ranges[layer].push(range);
  };
  for (const offsets of hits.get(index) ?? []) add(isCurrent(offsets) ? "currentHit" : "hits", offsets);
  for (const offsets of saved.get(index) ?? []) add("saved", offsets);
  for (const offsets of target.get(index) ?? []) add("target", offsets);
}

/** Finds the rows in and near the view. Chunks are ordered from top to bottom, which allows a binary search. */
function findVisibleRows(box: HTMLElement): HTMLElement[] {
  const chunks = box.children;
  const { top, height } = box.getBoundingClientRect();
  const [from, to] = [top - height * OVERSCAN_VIEWPORTS, top + height * (1 + OVERSCAN_VIEWPORTS)];
  const rows: HTMLElement[] = [];
  let k = findLowestIndex(chunks.length, (i) => chunks[i]!.getBoundingClientRect().bottom >= from);
  for (; k < chunks.length && chunks[k]!.getBoundingClientRect().top < to; k++)
    for (const row of chunks[k]!.children) rows.push(row as HTMLElement);
  return rows;
}
