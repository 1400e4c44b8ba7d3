import type { Extent } from "../../utils/quote/extent.ts";
import type { Place } from "../../utils/transcript/times.ts";
import { charactersBefore } from "./pointing.ts";
import { rangeOf, textNodes } from "./text-ranges.ts";

/** Not in TypeScript's own types yet. */
interface Composed {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

/** What is selected in the list's shadow tree; null for nothing. */
export function selectedRange(list: HTMLElement | null): StaticRange | null {
  const root = list?.getRootNode();
  const selection = document.getSelection() as (Selection & Composed) | null;
  if (!(root instanceof ShadowRoot) || !selection) return null;
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset))
    return null;
  const isOurs = [range.startContainer, range.endContainer].every((node) => node.getRootNode() === root);
  return isOurs ? range : null;
}

/** The words that are selected, over one paragraph or several; null for none. */
export function selectedExtent(list: HTMLElement | null): Extent | null {
  const range = selectedRange(list);
  if (!list || !range) return null;
  const from = placeFrom(list, range.startContainer, range.startOffset);
  const to = placeUpTo(list, range.endContainer, range.endOffset);
  if (!from || !to || from.paragraph > to.paragraph) return null;
  return from.paragraph === to.paragraph && from.offset >= to.offset ? null : { from, to };
}

/** Selects words in the list as a reader would; nothing where they are not built. */
export function selectExtent(list: HTMLElement | null, { from, to }: Extent): void {
  const nodesOf = ({ paragraph }: Place) => {
    const row = list?.querySelector(`[data-index="${paragraph}"]`);
    return row ? textNodes(row) : [];
  };
  const start = rangeOf(nodesOf(from), from.offset, from.offset);
  const end = rangeOf(nodesOf(to), to.offset, to.offset);
  if (!start || !end) return;
  document
    .getSelection()
    ?.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
const indexOf = (row: Element): number => Number((row as HTMLElement).dataset["index"]);
const textOf = (row: Element): Element | null => row.querySelector(".text");

/** The place of a boundary that stands in a text itself. */
function inText(node: Node, offset: number): Place | null {
  const text = elementOf(node)?.closest(".text");
  const row = text?.closest("[data-index]");
  return text && row ? { paragraph: indexOf(row), offset: charactersBefore(text, node, offset) } : null;
}

/** Where words begin behind a boundary: the place itself, or the next paragraph's beginning. */
function placeFrom(list: HTMLElement, node: Node, offset: number): Place | null {
  const inside = inText(node, offset);
  if (inside) return inside;
  const row = rowsIn(list).find((each) => {
    const text = textOf(each);
    return text !== null && isBefore(node, offset, text);
  });
  return row ? { paragraph: indexOf(row), offset: 0 } : null;
}

/** Where words end before a boundary: the place itself, or the end of the paragraph before. */
function placeUpTo(list: HTMLElement, node: Node, offset: number): Place | null {
  const inside = inText(node, offset);
  if (inside) return inside;
  const row = rowsIn(list).findLast((each) => {
    const text = textOf(each);
    return text !== null && !isBefore(node, offset, text);
  });
  return row ? { paragraph: indexOf(row), offset: textOf(row)!.textContent.length } : null;
}

const rowsIn = (list: HTMLElement): Element[] => [...list.querySelectorAll("[data-index]")];

/** Whether a boundary stands before an element. */
function isBefore(node: Node, offset: number, element: Element): boolean {
  const range = document.createRange();
  range.selectNode(element);
  return range.comparePoint(node, offset) < 0;
}
