/** A text node of a paragraph. */
export interface TextNodeOffset {
  node: Text;
  /** Characters of the paragraph before it. */
  offset: number;
}

/** The text nodes of a row's words. */
export function collectTextNodes(row: Element): TextNodeOffset[] {
  const text = row.querySelector(".text");
  if (!text) return [];
  const walker = row.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const found: TextNodeOffset[] = [];
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    found.push({ node, offset: at });
    at += node.length;
  }
  return found;
}

/** A stretch of a row's words, by character offsets; null where they are not in it. */
export function createStaticRange(
  nodes: readonly TextNodeOffset[],
  start: number,
  end: number,
): StaticRange | null {
  const first = nodes.findLast(({ offset: at }) => at <= start);
  const last = nodes.findLast(({ offset: at }) => at < end) ?? first;
  if (!first || !last || end - last.offset > last.node.length) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.offset,
    endContainer: last.node,
    endOffset: end - last.offset,
  });
}
