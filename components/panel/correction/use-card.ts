import type { RefObject } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** A card about words of a paragraph. */
export interface WordCardState {
  /** Index of the paragraph. */
  paragraph: number;
  /** Character offsets in its text. */
  start: number;
  end: number;
  /** A hovered card disappears with the pointer or the focus. A pinned one has the focus and stays. */
  mode: "hovered" | "pinned";
  position: CardPosition;
}

/** Position of a card inside the transcript's box, below its words or above them, in px. */
export interface CardPosition {
  top?: number;
  bottom?: number;
  left: number;
  maxHeight: number;
}

/** The pointer rests on a word this long before its card appears. */
const HOVER_DELAY_MS = 250;
/** Usual height of a card in px. With less room below, it goes where there is more. */
const CARD_HEIGHTS_PX = { hovered: 120, pinned: 330 };
const MIN_CARD_HEIGHT_PX = 120;
const CARD_WIDTH_PX = 300;
/** Distance between a card and its words, and between a card and the box. */
const CARD_GAP_PX = 6;
const CARD_MARGIN_PX = 8;

/** Opens and closes the card. */
export interface CardController {
  card: WordCardState | null;
  close: () => void;
  /**
   * Opens the card for words of a paragraph.
   * @param box Box of the words, where they are no element of their own.
   */
  open: (element: Element, start: number, end: number, mode: WordCardState["mode"], box?: DOMRect) => void;
  /** Opens the card after a delay for the word under the pointer; null when the pointer left. */
  hover: (element: Element | null, start: number, end: number) => void;
}

/** A hovered card never replaces a pinned one, in which the reader may have typed. */
export const replaceCard = (last: WordCardState | null, next: WordCardState): WordCardState =>
  last?.mode === "pinned" && next.mode === "hovered" ? last : next;

/** Holds the state of the card inside the transcript's box. */
export function useCard(box: RefObject<HTMLElement | null>): CardController {
  const [card, setCard] = useState<WordCardState | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setCard(null);
  }, []);
  const open = useCallback<CardController["open"]>(
    (element, start, end, mode, wordBox) => {
      clearTimeout(timer.current);
      const around = box.current?.getBoundingClientRect();
      const row = element.closest<HTMLElement>("[data-index]");
      if (!around || !row) return;
      // The bounding box of a word that wraps covers both lines; its first box is the beginning.
      const word = wordBox ?? element.getClientRects()[0] ?? element.getBoundingClientRect();
      const position = computeCardPosition(word, around, CARD_HEIGHTS_PX[mode]);
      const next = { paragraph: Number(row.dataset["index"]), start, end, mode, position };
      setCard((last) => replaceCard(last, next));
    },
    [box],
  );
  const hover = useCallback<CardController["hover"]>(
    (element, start, end) => {
      clearTimeout(timer.current);
      if (element) timer.current = setTimeout(() => open(element, start, end, "hovered"), HOVER_DELAY_MS);
      else setCard((last) => (last?.mode === "hovered" ? null : last));
    },
    [open],
  );
  return { card, close, open, hover };
}

function computeCardPosition(word: DOMRect, around: DOMRect, height: number): CardPosition {
  const [above, below] = [word.top - around.top, around.bottom - word.bottom];
  const isBelow = below >= height + CARD_GAP_PX || below >= above;
  const maxLeft = around.width - CARD_WIDTH_PX - CARD_MARGIN_PX;
  return {
    ...(isBelow
      ? { top: around.height - below + CARD_GAP_PX }
      : { bottom: around.height - above + CARD_GAP_PX }),
    left: Math.max(CARD_MARGIN_PX, Math.min(word.left - around.left, maxLeft)),
    maxHeight: Math.max(MIN_CARD_HEIGHT_PX, (isBelow ? below : above) - 2 * CARD_GAP_PX),
  };
}
