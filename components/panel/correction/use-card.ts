import { useCallback, useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** Words of a paragraph that the card is about, and where it stands. */
export interface WordCardState {
  /** Index of the paragraph. */
  paragraph: number;
  /** Character offsets in its text. */
  start: number;
  end: number;
  /**
   * It only tells, and goes with the mouse or the focus; or it was opened on purpose, takes the focus and stays.
   */
  mode: "told" | "pinned";
  position: CardPosition;
}

/** Where in the transcript's box the card stands, below its words or above them, never over them; px. */
export interface CardPosition {
  top?: number;
  bottom?: number;
  left: number;
  maxHeight: number;
}

/** How long the mouse rests on a word before the card comes, in milliseconds. */
const HOVER_DELAY_MS = 250;
/** Room the card likes to have and must have, and the gap to its words, in px. */
const CARD_HEIGHTS_PX = { told: 120, pinned: 330 };
const MIN_CARD_HEIGHT_PX = 120;
const CARD_WIDTH_PX = 300;
const CARD_GAP_PX = 6;

/** The card that tells what was heard and takes corrections. */
export interface CardController {
  card: WordCardState | null;
  close: () => void;
  /** Opens the card for some words of a paragraph; `box` is theirs where they are no element of their own. */
  open: (element: Element, start: number, end: number, mode: WordCardState["mode"], box?: DOMRect) => void;
  /** Opens it for a word the mouse rests on. */
  hover: (element: Element | null, start: number, end: number) => void;
}

/** Keeps the card: where it stands, and when it goes. */
export function useCard(box: RefObject<HTMLElement | null>): CardController {
  const [card, setCard] = useState<WordCardState | null>(null);
  const [waiting, setWaiting] = useState<{ element: Element; start: number; end: number } | null>(null);
  const close = useCallback(() => {
    setCard(null);
    setWaiting(null);
  }, []);
  const openAt = useCallback(
    (element: Element, start: number, end: number, mode: WordCardState["mode"], own?: DOMRect) => {
      const around = box.current?.getBoundingClientRect();
      const row = element.closest<HTMLElement>("[data-index]");
      if (!around || !row) return;
      // A word that runs on in the next line has a box around both; the card stands at its beginning.
      const word = own ?? element.getClientRects()[0] ?? element.getBoundingClientRect();
      setWaiting(null);
      setCard({
        paragraph: Number(row.dataset["index"]),
        start,
        end,
        mode,
        position: computeCardPosition(word, around, CARD_HEIGHTS_PX[mode]),
      });
    },
    [box],
  );
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(
      () => openAt(waiting.element, waiting.start, waiting.end, "told"),
      HOVER_DELAY_MS,
    );
    return () => clearTimeout(timer);
  }, [waiting, openAt]);
  const rest = useCallback((element: Element | null, start: number, end: number) => {
    setWaiting(element && { element, start, end });
    if (!element) setCard((old) => (old?.mode === "told" ? null : old));
  }, []);
  return { card, close, open: openAt, hover: rest };
}

function computeCardPosition(word: DOMRect, around: DOMRect, height: number): CardPosition {
  const [over, under] = [word.top - around.top, around.bottom - word.bottom];
  const isBelow = under >= height + CARD_GAP_PX || under >= over;
  return {
    ...(isBelow
      ? { top: around.height - under + CARD_GAP_PX }
      : { bottom: around.height - over + CARD_GAP_PX }),
    left: Math.max(8, Math.min(word.left - around.left, around.width - CARD_WIDTH_PX - 8)),
    maxHeight: Math.max(MIN_CARD_HEIGHT_PX, (isBelow ? under : over) - 2 * CARD_GAP_PX),
  };
}
