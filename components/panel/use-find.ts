import { useMemo, useState } from "preact/hooks";
import { findIn, foldText, LEAST_CHARACTERS, type Hit } from "../../utils/search/in-text.ts";
import type { Span } from "../../utils/search/matches.ts";
import type { Paragraph } from "../../utils/transcript/model.ts";

/** Searching in the open transcript. */
export interface Find {
  typed: string;
  hits: Hit[];
  /** Where they stand, by paragraph. */
  spans: ReadonlyMap<number, readonly Span[]>;
  /** Index of the current hit; -1 for none. */
  current: number;
  /** "3 of 17", or why there is none; empty while too little is typed. */
  count: string;
  type: (typed: string) => void;
  /** Goes to the next hit (1) or the one before (-1), around the ends; returns it. */
  step: (by: 1 | -1) => Hit | undefined;
}

/** Finds as the reader types. */
export function useFind(paragraphs: Paragraph[]): Find {
  const [typed, setTyped] = useState("");
  const [current, setCurrent] = useState(0);
  const folded = useMemo(() => paragraphs.map(({ text }) => foldText(text)), [paragraphs]);
  const hits = useMemo(() => findIn(folded, typed), [folded, typed]);
  const spans = useMemo(() => spansOf(hits), [hits]);
  const enough = typed.trim().length >= LEAST_CHARACTERS;
  return {
    typed,
    hits,
    spans,
    current: hits.length ? current : -1,
    count: !enough
      ? typed.trim()
        ? "Type one more letter"
        : ""
      : hits.length
        ? `${current + 1} of ${hits.length}`
        : "Not found",
    type(text) {
      setTyped(text);
      setCurrent(0);
    },
    step(by) {
      if (!hits.length) return undefined;
      const next = (current + by + hits.length) % hits.length;
      setCurrent(next);
      return hits[next];
    },
  };
}

function spansOf(hits: Hit[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { text, start, end } of hits) {
    const list = spans.get(text) ?? [];
    list.push([start, end]);
    spans.set(text, list);
  }
  return spans;
}
