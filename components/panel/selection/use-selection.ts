import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import {
  createParagraphRange,
  expandToSentences,
  expandToWords,
  type TextRange,
} from "../../../utils/quote/text-range.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import { getSelectedTextRange, selectTextRange } from "./dom-selection.ts";

/** The words that are selected in the list. */
export interface SelectionController {
  /** Whole words; null where nothing is selected. */
  range: TextRange | null;
  /** Selects whole paragraphs, from the one with which it began to another. */
  extend: (paragraph: number) => void;
  /** Grows it to whole sentences. */
  growToSentences: () => void;
  /** Gives it up; false when there was none. */
  clear: () => boolean;
}

/** Follows what is selected by mouse, touch or keyboard. */
export function useSelection(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): SelectionController {
  const [extent, setExtent] = useState<TextRange | null>(null);
  /** The paragraph with which a selection of whole ones began. */
  const began = useRef<number | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    let isDown = false;
    const read = () => {
      if (isDown) return;
      const selected = getSelectedTextRange(list.current);
      const whole = selected && expandToWords(paragraphs, selected);
      if (!whole) began.current = null;
      setExtent((last) => (isSameTextRange(last, whole) ? last : whole));
    };
    // While the mouse is down the selection grows; a finger lifts before the browser has selected its word.
    list.current?.addEventListener("pointerdown", ({ pointerType }) => (isDown = pointerType === "mouse"), {
      signal,
    });
    const onUp = () => {
      isDown = false;
      read();
    };
    document.addEventListener("pointerup", onUp, { signal, capture: true });
    document.addEventListener("pointercancel", onUp, { signal, capture: true });
    document.addEventListener("selectionchange", read, { signal });
    return () => left.abort();
  }, [list, paragraphs]);

  const select = useCallback(
    (next: TextRange) => {
      selectTextRange(list.current, next);
      setExtent(next);
    },
    [list],
  );
  const reach = (paragraph: number) => {
    began.current ??= paragraph;
    const [first, last] = [began.current, paragraph].toSorted((a, b) => a - b) as [number, number];
    select(createParagraphRange(paragraphs, first, last));
  };
  const grow = () => extent && select(expandToSentences(paragraphs, extent));
  const clear = () => {
    if (!extent) return false;
    began.current = null;
    document.getSelection()?.removeAllRanges();
    setExtent(null);
    return true;
  };
  return { range: extent, extend: reach, growToSentences: grow, clear };
}

const isSameTextRange = (a: TextRange | null, b: TextRange | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (["start", "end"] as const).every(
      (end) => a[end].paragraph === b[end].paragraph && a[end].offset === b[end].offset,
    ));
