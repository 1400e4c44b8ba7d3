/** A text node of a paragraph. */
export interface TextNodeOffset {
  node: Text;
  /** Characters of the paragraph before the node. */
  offset: number;
}

/** Collects the text nodes of a row's text, in order. */
export function collectTextNodes(row: Element): TextNodeOffset[] {
  const text = row.querySelector(".text");
  if (!text) return [];
  const walker = row.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes: TextNodeOffset[] = [];
  let offset = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, offset });
    offset += node.length;
  }
  return nodes;
}

/** Creates a range from character offsets of a row's text; null where the text is shorter. */
export function createStaticRange(
  nodes: readonly TextNodeOffset[],
  start: number,
  end: number,
): StaticRange | null {
  const first = nodes.findLast(({ offset }) => offset <= start);
  const last = nodes.findLast(({ offset }) => offset < end) ?? first;
  if (!first || !last || end - last.offset > last.node.length) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.offset,
    endContainer: last.node,
    endOffset: end - last.offset,
  });
}
