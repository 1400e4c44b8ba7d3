import { useEffect, useLayoutEffect } from "preact/hooks";
import type { RefObject } from "preact";
import type { Hit } from "../../utils/search/in-text.ts";
import type { Span } from "../../utils/search/matches.ts";

/** Names under which the browser draws the hits; a style sheet says how. One panel a page, so one set of names. */
const ALL = "earmark-hits";
const CURRENT = "earmark-hit";
/** How far beyond the view hits are drawn, in heights of it. */
const BEYOND = 1;

/** Whether the browser draws stretches of text without a change to the page (Chromium 105, Firefox 140). */
export const canHighlight = (): boolean => typeof Highlight === "function" && "highlights" in CSS;

/**
 * Draws the hits in and around the view, without touching the text: twelve thousand of them cost no more than those
 * that can be seen. Drawn anew when the list is scrolled, when the text around is drawn anew, or with other hits.
 */
export function useHighlights(
  list: RefObject<HTMLElement | null>,
  spans: ReadonlyMap<number, readonly Span[]>,
  hit: Hit | undefined,
  drawn: unknown,
): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || !canHighlight()) return undefined;
    paint(box, spans, hit);
    let waiting = 0;
    const onScroll = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        paint(box, spans, hit);
      });
    };
    if (!spans.size) return undefined;
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      box.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(waiting);
    };
  }, [list, spans, hit, drawn]);
  useEffect(
    () => () => {
      for (const name of [ALL, CURRENT]) if (canHighlight()) CSS.highlights.delete(name);
    },
    [],
  );
}

function paint(box: HTMLElement, spans: ReadonlyMap<number, readonly Span[]>, hit: Hit | undefined): void {
  const all: StaticRange[] = [];
  const current: StaticRange[] = [];
  const own = hit ? [hit, ...(hit.more ?? [])] : [];
  for (const row of rowsInView(box)) {
    const index = Number(row.dataset["index"]);
    const found = spans.get(index);
    if (!found) continue;
    const nodes = textNodes(row);
    for (const [start, end] of found) {
      const range = rangeOf(nodes, start, end);
      if (!range) continue;
      const isCurrent = own.some((stretch) => stretch.text === index && stretch.start === start);
      (isCurrent ? current : all).push(range);
    }
  }
  CSS.highlights.set(ALL, new Highlight(...all));
  const now = new Highlight(...current);
  now.priority = 1;
  CSS.highlights.set(CURRENT, now);
}

/** The rows of a list in and around its view; its pieces stand one below the other, so the first is found by halving. */
function rowsInView(box: HTMLElement): HTMLElement[] {
  const pieces = box.children;
  const { top, height } = box.getBoundingClientRect();
  const [from, to] = [top - height * BEYOND, top + height * (1 + BEYOND)];
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.getBoundingClientRect().bottom < from) low = middle + 1;
    else high = middle;
  }
  const seen: HTMLElement[] = [];
  for (let k = low; k < pieces.length && pieces[k]!.getBoundingClientRect().top < to; k++)
    for (const row of pieces[k]!.children) seen.push(row as HTMLElement);
  return seen;
}

interface TextAt {
  node: Text;
  /** Characters of the paragraph before it. */
  at: number;
}

function textNodes(row: HTMLElement): TextAt[] {
  const text = row.querySelector(".text");
  if (!text) return [];
  const walker = row.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const found: TextAt[] = [];
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    found.push({ node, at });
    at += node.length;
  }
  return found;
}

function rangeOf(nodes: readonly TextAt[], start: number, end: number): StaticRange | null {
  const first = nodes.findLast(({ at }) => at <= start);
  const last = nodes.findLast(({ at }) => at < end);
  if (!first || !last || end - last.at > last.node.length) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.at,
    endContainer: last.node,
    endOffset: end - last.at,
  });
}
