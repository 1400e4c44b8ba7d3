import { useEffect, useLayoutEffect } from "preact/hooks";
import type { RefObject } from "preact";
import type { TextHit } from "../../utils/search/in-text.ts";
import type { Offsets } from "../../utils/search/matches.ts";
import { findLowestIndex } from "../../utils/transcript/ascending.ts";
import { rangeOf, textNodes } from "./text-ranges.ts";

/** Stretches of text that are drawn alike, by paragraph. */
export type Spans = ReadonlyMap<number, readonly Offsets[]>;

/** What is drawn over the text. */
export interface Drawn {
  /** Hits of the search, and the one that is looked at. */
  hits: Spans;
  hit: TextHit | undefined;
  /** Words of saved quotes. */
  saved: Spans;
  /** Words that a link or a saved quote asked for. */
  asked: Spans;
}

/** Names under which the browser draws them; a style sheet says how. One panel a page, so one set of names. */
const NAMES = {
  hits: "earmark-hits",
  hit: "earmark-hit",
  saved: "earmark-saved",
  asked: "earmark-asked",
} as const;
type Layer = keyof typeof NAMES;
const LAYERS = Object.keys(NAMES) as Layer[];
/** What is drawn above what. */
const PRIORITY: { [layer in Layer]: number } = { saved: 0, asked: 1, hits: 2, hit: 3 };
/** How far beyond the view they are drawn, in heights of it. */
const BEYOND = 1;

/** Whether the browser draws stretches of text without a change to the page (Chromium 105, Firefox 140). */
export const canHighlight = (): boolean => typeof Highlight === "function" && "highlights" in CSS;

/**
 * Draws stretches in and around the view, without touching the text: twelve thousand of them cost no more than those
 * that can be seen. Drawn anew when the list is scrolled, when the text around is drawn anew, or with other stretches.
 */
export function useHighlights(
  list: RefObject<HTMLElement | null>,
  { hits, hit, saved, asked }: Drawn,
  text: unknown,
): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || !canHighlight()) return undefined;
    const drawn = { hits, hit, saved, asked };
    paint(box, drawn);
    let waiting = 0;
    const onScroll = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        paint(box, drawn);
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
      for (const name of Object.values(NAMES)) if (canHighlight()) CSS.highlights.delete(name);
    },
    [],
  );
}

function paint(box: HTMLElement, { hits, hit, saved, asked }: Drawn): void {
  const ranges: { [layer in Layer]: StaticRange[] } = { hits: [], hit: [], saved: [], asked: [] };
  const own = hit ? [hit, ...(hit.continuations ?? [])] : [];
  const isSomething = hits.size + saved.size + asked.size > 0;
  for (const row of isSomething ? rowsInView(box) : []) {
    const index = Number(row.dataset["index"]);
    const nodes = kept(() => textNodes(row));
    const draw = (layer: Layer, [start, end]: Offsets) => {
      const range = rangeOf(nodes(), start, end);
      if (range) ranges[layer].push(range);
    };
    for (const span of hits.get(index) ?? []) {
      const isCurrent = own.some((stretch) => stretch.textIndex === index && stretch.start === span[0]);
      draw(isCurrent ? "hit" : "hits", span);
    }
    for (const span of saved.get(index) ?? []) draw("saved", span);
    for (const span of asked.get(index) ?? []) draw("asked", span);
  }
  for (const layer of LAYERS) {
    // Setting one makes the browser look at the whole text again.
    if (!ranges[layer].length && !CSS.highlights.get(NAMES[layer])?.size) continue;
    const highlight = new Highlight(...ranges[layer]);
    highlight.priority = PRIORITY[layer];
    CSS.highlights.set(NAMES[layer], highlight);
  }
}

function kept<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The rows of a list in and around its view; its pieces stand one below the other, so the first is found by halving. */
function rowsInView(box: HTMLElement): HTMLElement[] {
  const pieces = box.children;
  const { top, height } = box.getBoundingClientRect();
  const [from, to] = [top - height * BEYOND, top + height * (1 + BEYOND)];
  const first = findLowestIndex(pieces.length, (k) => pieces[k]!.getBoundingClientRect().bottom >= from);
  const seen: HTMLElement[] = [];
  for (let k = first; k < pieces.length && pieces[k]!.getBoundingClientRect().top < to; k++)
    for (const row of pieces[k]!.children) seen.push(row as HTMLElement);
  return seen;
}
