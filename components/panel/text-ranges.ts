/** A text node of a paragraph. */
export interface TextAt {
  node: Text;
  /** Characters of the paragraph before it. */
  at: number;
}

/** The text nodes of a row's words. */
export function textNodes(row: Element): TextAt[] {
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

/** A stretch of a row's words, by character offsets; null where they are not in it. */
export function rangeOf(nodes: readonly TextAt[], start: number, end: number): StaticRange | null {
  const first = nodes.findLast(({ at }) => at <= start);
  const last = nodes.findLast(({ at }) => at < end) ?? first;
  if (!first || !last || end - last.at > last.node.length) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.at,
    endContainer: last.node,
    endOffset: end - last.at,
  });
}
