import { useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { formatTime } from "../../../utils/transcript/model/clock-time.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import { interpolateSeconds, type TextPosition } from "../../../utils/transcript/model/text-position.ts";
import { getPointerPosition } from "../highlight/pointer-position.ts";
import { getSelectedRange } from "../selection/dom-selection.ts";

/** What the pointer does in the text: a click jumps to the word, resting shows its time. */
export interface TextPointer {
  press: (event: PointerEvent) => void;
  /** The place a click is meant for; null where it was a selection's, or there are no words. */
  getClickedPosition: (event: MouseEvent) => TextPosition | null;
  hover: (event: PointerEvent | null) => void;
}

/**
 * Follows the pointer over a list of paragraphs. The time of the word it rests on is drawn in the margin in place of
 * the paragraph's; it is written to the element itself, so that nothing is rendered anew while the pointer moves.
 */
export function useTextPointer(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): TextPointer {
  const wasSelected = useRef(false);
  const shown = useRef<HTMLElement | null>(null);
  return {
    press() {
      wasSelected.current = getSelectedRange(list.current) !== null;
    },
    getClickedPosition: (event) =>
      event.button !== 0 || event.detail > 1 || wasSelected.current || getSelectedRange(list.current)
        ? null
        : getPointerPosition(event),
    hover(event) {
      const place =
        event && event.pointerType === "mouse" && !event.buttons ? getPointerPosition(event) : null;
      const seconds = place && interpolateSeconds(paragraphs, place);
      const time =
        place &&
        seconds !== null &&
        list.current?.querySelector<HTMLElement>(`[data-index="${place.paragraph}"] .time`);
      if (shown.current && shown.current !== time) shown.current.removeAttribute("data-hover");
      shown.current = time || null;
      if (time && seconds !== null) time.setAttribute("data-hover", formatTime(seconds));
    },
  };
}
