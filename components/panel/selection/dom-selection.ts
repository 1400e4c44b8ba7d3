import type { TextRange } from "../../../utils/quote/text-range.ts";
import { findLowestIndex } from "../../../utils/shared/binary-search.ts";
import type { TextPosition } from "../../../utils/transcript/model/text-position.ts";
import { computeTextOffset } from "../highlight/pointer-position.ts";
import { createStaticRange, collectTextNodes } from "../highlight/text-nodes.ts";

/** Not in TypeScript's own types yet. */
interface ComposedRangesSource {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

/** What is selected in the list's shadow tree; null for nothing. */
export function getSelectedRange(list: HTMLElement | null): StaticRange | null {
  const root = list?.getRootNode();
  const selection = document.getSelection() as (Selection & ComposedRangesSource) | null;
  if (!(root instanceof ShadowRoot) || !selection) return null;
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset))
    return null;
  const isOurs = [range.startContainer, range.endContainer].every((node) => node.getRootNode() === root);
  return isOurs ? range : null;
}

/** The words that are selected, over one paragraph or several; null for none. */
export function getSelectedTextRange(list: HTMLElement | null): TextRange | null {
  const range = getSelectedRange(list);
  // Told of with every letter that is typed into a field, too, so rows are asked for last.
  if (!list || !range || !hasOverlap(range, list)) return null;
  const from = findStartPosition(list, range.startContainer, range.startOffset);
  const to = findEndPosition(list, range.endContainer, range.endOffset);
  if (!from || !to || from.paragraph > to.paragraph) return null;
  return from.paragraph === to.paragraph && from.offset >= to.offset ? null : { start: from, end: to };
}

/** Selects words in the list as a reader would; nothing where they are not built. */
export function selectTextRange(list: HTMLElement | null, { start: from, end: to }: TextRange): void {
  const nodesOf = ({ paragraph }: TextPosition) => {
    const row = list?.querySelector(`[data-index="${paragraph}"]`);
    return row ? collectTextNodes(row) : [];
  };
  const start = createStaticRange(nodesOf(from), from.offset, from.offset);
  const end = createStaticRange(nodesOf(to), to.offset, to.offset);
  if (!start || !end) return;
  document
    .getSelection()
    ?.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
}

const getClosestElement = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;
const getParagraphIndex = (text: Element): number =>
  Number(text.closest<HTMLElement>("[data-index]")?.dataset["index"]);

/** The place of a boundary that stands in a text itself. */
function resolveTextPosition(node: Node, offset: number): TextPosition | null {
  const text = getClosestElement(node)?.closest("[data-index] .text");
  return text ? { paragraph: getParagraphIndex(text), offset: computeTextOffset(text, node, offset) } : null;
}

/** Where words begin behind a boundary: the place itself, or the next paragraph's beginning. */
function findStartPosition(list: HTMLElement, node: Node, offset: number): TextPosition | null {
  const inside = resolveTextPosition(node, offset);
  if (inside) return inside;
  const texts = findTextElements(list);
  const text = texts[findFollowingIndex(texts, node, offset)];
  return text ? { paragraph: getParagraphIndex(text), offset: 0 } : null;
}

/** Where words end before a boundary: the place itself, or the end of the paragraph before. */
function findEndPosition(list: HTMLElement, node: Node, offset: number): TextPosition | null {
  const inside = resolveTextPosition(node, offset);
  if (inside) return inside;
  const texts = findTextElements(list);
  const text = texts[findFollowingIndex(texts, node, offset) - 1];
  return text ? { paragraph: getParagraphIndex(text), offset: text.textContent.length } : null;
}

const findTextElements = (list: HTMLElement): Element[] => [...list.querySelectorAll("[data-index] .text")];

/** The first of many elements, one behind the other, that stands behind a boundary; their count when none does. */
function findFollowingIndex(elements: readonly Element[], node: Node, offset: number): number {
  const range = document.createRange();
  return findLowestIndex(elements.length, (k) => {
    range.selectNode(elements[k]!);
    return range.comparePoint(node, offset) < 0;
  });
}

/** Whether some of a range is in an element. */
function hasOverlap(
  { startContainer, startOffset, endContainer, endOffset }: StaticRange,
  element: Element,
): boolean {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.intersectsNode(element);
}
