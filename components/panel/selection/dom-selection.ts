import type { TextRange } from "../../../utils/quote/text-range.ts";
import { findLowestIndex } from "../../../utils/shared/binary-search.ts";
import type { TextPosition } from "../../../utils/transcript/model/text-position.ts";
import { computeTextOffset } from "../highlight/pointer-position.ts";
import { collectTextNodes, createStaticRange } from "../highlight/text-nodes.ts";

/** TypeScript 7.0 does not declare the method's options. */
interface ComposedRangesSource {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

/**
 * Gets the selection in the list's shadow tree; null where nothing is selected.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Selection/getComposedRanges
 */
export function getSelectedRange(list: HTMLElement | null): StaticRange | null {
  const root = list?.getRootNode();
  const selection = document.getSelection() as (Selection & ComposedRangesSource) | null;
  if (!(root instanceof ShadowRoot) || !selection) return null;
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset))
    return null;
  const isInside = [range.startContainer, range.endContainer].every((node) => node.getRootNode() === root);
  return isInside ? range : null;
}

/** Gets the selected text of the paragraphs; null for none. */
export function getSelectedTextRange(list: HTMLElement | null): TextRange | null {
  const range = getSelectedRange(list);
  // Typing in a field of the panel fires `selectionchange` as well, so the cheap check comes first.
  if (!list || !range || !hasOverlap(range, list)) return null;
  const start = findStartPosition(list, range.startContainer, range.startOffset);
  const end = findEndPosition(list, range.endContainer, range.endOffset);
  if (!start || !end || start.paragraph > end.paragraph) return null;
  return start.paragraph === end.paragraph && start.offset >= end.offset ? null : { start, end };
}

/** Selects text in the list. Does nothing where its paragraphs are not rendered. */
export function selectTextRange(list: HTMLElement | null, { start, end }: TextRange): void {
  const createPoint = ({ paragraph, offset }: TextPosition) => {
    const row = list?.querySelector(`[data-index="${paragraph}"]`);
    return row ? createStaticRange(collectTextNodes(row), offset, offset) : null;
  };
  const [first, last] = [createPoint(start), createPoint(end)];
  if (!first || !last) return;
  document
    .getSelection()
    ?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
}

const getClosestElement = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;
const getParagraphIndex = (text: Element): number =>
  Number(text.closest<HTMLElement>("[data-index]")?.dataset["index"]);

/** Resolves a boundary point inside the text of a paragraph; null for one outside. */
function resolveTextPosition(node: Node, offset: number): TextPosition | null {
  const text = getClosestElement(node)?.closest("[data-index] .text");
  return text ? { paragraph: getParagraphIndex(text), offset: computeTextOffset(text, node, offset) } : null;
}

/** Finds where selected text begins: at the boundary point, or with the next paragraph. */
function findStartPosition(list: HTMLElement, node: Node, offset: number): TextPosition | null {
  const inside = resolveTextPosition(node, offset);
  if (inside) return inside;
  const texts = findTextElements(list);
  const text = texts[findFollowingIndex(texts, node, offset)];
  return text ? { paragraph: getParagraphIndex(text), offset: 0 } : null;
}

/** Finds where selected text ends: at the boundary point, or with the previous paragraph. */
function findEndPosition(list: HTMLElement, node: Node, offset: number): TextPosition | null {
  const inside = resolveTextPosition(node, offset);
  if (inside) return inside;
  const texts = findTextElements(list);
  const text = texts[findFollowingIndex(texts, node, offset) - 1];
  return text ? { paragraph: getParagraphIndex(text), offset: text.textContent.length } : null;
}

const findTextElements = (list: HTMLElement): Element[] => [...list.querySelectorAll("[data-index] .text")];

/** Binary search: index of the first element after a boundary point, or their count. */
function findFollowingIndex(elements: readonly Element[], node: Node, offset: number): number {
  const range = document.createRange();
  return findLowestIndex(elements.length, (k) => {
    range.selectNode(elements[k]!);
    return range.comparePoint(node, offset) < 0;
  });
}

function hasOverlap(
  { startContainer, startOffset, endContainer, endOffset }: StaticRange,
  element: Element,
): boolean {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.intersectsNode(element);
}
