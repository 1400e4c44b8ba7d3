import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";
import { getSelectedTextRange, selectTextRange } from "./dom-selection.ts";
import type { SelectionModel } from "./selection-model.ts";

/** Connects a list of paragraphs to the model of its selection. */
export function useSelection(list: RefObject<HTMLElement | null>, selection: SelectionModel): void {
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    let isMouseDown = false;
    const read = () => {
      // The selection grows while the mouse is down.
      if (!isMouseDown) selection.setSelected(getSelectedTextRange(list.current));
    };
    // A finger lifts before the browser has selected its word.
    list.current?.addEventListener(
      "pointerdown",
      ({ pointerType }) => (isMouseDown = pointerType === "mouse"),
      { signal },
    );
    const onPointerEnd = () => {
      isMouseDown = false;
      read();
    };
    document.addEventListener("pointerup", onPointerEnd, { signal, capture: true });
    document.addEventListener("pointercancel", onPointerEnd, { signal, capture: true });
    document.addEventListener("selectionchange", read, { signal });
    const detach = selection.attach({
      select: (range) => selectTextRange(list.current, range),
      clear: () => document.getSelection()?.removeAllRanges(),
    });
    return () => {
      listeners.abort();
      detach();
    };
  }, [list, selection]);
}
