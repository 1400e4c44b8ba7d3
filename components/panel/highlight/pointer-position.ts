import type { TextPosition } from "../../../utils/transcript/model/text-position.ts";

/** TypeScript 7.0 declares the method without its options. */
interface CaretDocument {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
}

/**
 * Finds the place in the transcript under the pointer; null where there is no text. Chromium needs the shadow root as
 * an option (from 128), Firefox 153 looks into it without.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Document/caretPositionFromPoint
 */
export function getPointerPosition({ clientX, clientY, target }: MouseEvent): TextPosition | null {
  const text = (target as Element).closest<HTMLElement>(".text");
  const index = text?.closest<HTMLElement>("[data-index]")?.dataset["index"];
  const root = text?.getRootNode();
  if (!text || index === undefined || !(root instanceof ShadowRoot)) return null;
  const caret = (document as CaretDocument).caretPositionFromPoint?.(clientX, clientY, {
    shadowRoots: [root],
  });
  if (!caret || !text.contains(caret.offsetNode)) return null;
  return { paragraph: Number(index), offset: computeTextOffset(text, caret.offsetNode, caret.offset) };
}

/** Counts the characters of a text before a boundary point in it. */
export function computeTextOffset(text: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
