import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { formatTime } from "../../../utils/transcript/model/clock-time.ts";
import { interpolateSeconds, type TextPosition } from "../../../utils/transcript/model/text-position.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import { getPointerPosition } from "../highlight/pointer-position.ts";
import { getSelectedRange } from "../selection/dom-selection.ts";

/** The pointer over the text. */
export interface TextPointer {
  press: () => void;
  /** The place that was clicked; null where the click made or ended a selection, and where there is no text. */
  getClickedPosition: (event: MouseEvent) => TextPosition | null;
  /** Shows the time of the word under the pointer; null when the pointer left. */
  hover: (event: PointerEvent | null) => void;
}

/**
 * Follows the pointer over a list of paragraphs. The time of the word under the pointer replaces the paragraph's in the
 * margin. It is written to the element, so that nothing renders while the pointer moves.
 */
export function useTextPointer(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): TextPointer {
  const hadSelection = useRef(false);
  const hovered = useRef<HTMLElement | null>(null);
  return {
    press() {
      hadSelection.current = getSelectedRange(list.current) !== null;
    },
    getClickedPosition: (event) =>
      event.button !== 0 || event.detail > 1 || hadSelection.current || getSelectedRange(list.current)
        ? null
        : getPointerPosition(event),
    hover(event) {
      const isHovering = event && event.pointerType === "mouse" && !event.buttons;
      const position = isHovering ? getPointerPosition(event) : null;
      const seconds = position && interpolateSeconds(paragraphs, position);
      const time =
        seconds === null
          ? null
          : list.current?.querySelector<HTMLElement>(`[data-index="${position!.paragraph}"] .time`);
      if (hovered.current !== time) hovered.current?.removeAttribute("data-hover");
      hovered.current = time ?? null;
      if (time && seconds !== null) time.setAttribute("data-hover", formatTime(seconds));
    },
  };
}
