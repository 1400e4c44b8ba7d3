import type { TextPosition } from "../../../utils/transcript/model/text-position.ts";

/** Not in TypeScript's own types yet. */
interface CaretDocument {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
}

/**
 * The place in the transcript under the pointer; null where there are no words. Chromium looks into shadow trees it is
 * handed (from 128), Firefox by itself (seen in 153).
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

/** Characters of a text before a place in it. */
export function computeTextOffset(text: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
