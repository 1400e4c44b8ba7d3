import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { extentOf, wholeSentences, wholeWords, type Extent } from "../../utils/quote/extent.ts";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { selectedExtent, selectExtent } from "./selection.ts";

/** The words that are selected in the list. */
export interface Selected {
  /** Whole words; null where nothing is selected. */
  extent: Extent | null;
  /** Selects whole paragraphs, from the one with which it began to another. */
  reach: (paragraph: number) => void;
  /** Grows it to whole sentences. */
  grow: () => void;
  /** Gives it up; false when there was none. */
  clear: () => boolean;
}

/** Follows what is selected by mouse, touch or keyboard. */
export function useSelection(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): Selected {
  const [extent, setExtent] = useState<Extent | null>(null);
  /** The paragraph with which a selection of whole ones began. */
  const began = useRef<number | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    let isDown = false;
    const read = () => {
      if (isDown) return;
      const selected = selectedExtent(list.current);
      const whole = selected && wholeWords(paragraphs, selected);
      if (!whole) began.current = null;
      setExtent((last) => (isSame(last, whole) ? last : whole));
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
    (next: Extent) => {
      selectExtent(list.current, next);
      setExtent(next);
    },
    [list],
  );
  const reach = (paragraph: number) => {
    began.current ??= paragraph;
    const [first, last] = [began.current, paragraph].toSorted((a, b) => a - b) as [number, number];
    select(extentOf(paragraphs, first, last));
  };
  const grow = () => extent && select(wholeSentences(paragraphs, extent));
  const clear = () => {
    if (!extent) return false;
    began.current = null;
    document.getSelection()?.removeAllRanges();
    setExtent(null);
    return true;
  };
  return { extent, reach, grow, clear };
}

const isSame = (a: Extent | null, b: Extent | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (["from", "to"] as const).every(
      (end) => a[end].paragraph === b[end].paragraph && a[end].offset === b[end].offset,
    ));
