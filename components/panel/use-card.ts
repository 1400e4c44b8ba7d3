import { useCallback, useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** Words of a paragraph that the card is about, and where it stands. */
export interface Card {
  /** Index of the paragraph. */
  paragraph: number;
  /** Character offsets in its text. */
  start: number;
  end: number;
  /**
   * It only tells, and goes with the mouse or the focus; or it was opened on purpose, takes the focus and stays.
   */
  mode: "told" | "pinned";
  place: CardPlace;
}

/** Where in the transcript's box the card stands, below its words or above them, never over them; px. */
export interface CardPlace {
  top?: number;
  bottom?: number;
  left: number;
  maxHeight: number;
}

/** How long the mouse rests on a word before the card comes, in milliseconds. */
const REST_MS = 250;
/** Room the card likes to have and must have, and the gap to its words, in px. */
const HEIGHT = { told: 120, pinned: 330 };
const LEAST = 120;
const WIDTH = 300;
const GAP = 6;

/** The card that tells what was heard and takes corrections. */
export interface CardControl {
  card: Card | null;
  close: () => void;
  /** Opens the card for some words of a paragraph; `box` is theirs where they are no element of their own. */
  openAt: (element: Element, start: number, end: number, mode: Card["mode"], box?: DOMRect) => void;
  /** Opens it for a word the mouse rests on. */
  rest: (element: Element | null, start: number, end: number) => void;
}

/** Keeps the card: where it stands, and when it goes. */
export function useCard(box: RefObject<HTMLElement | null>): CardControl {
  const [card, setCard] = useState<Card | null>(null);
  const [waiting, setWaiting] = useState<{ element: Element; start: number; end: number } | null>(null);
  const close = useCallback(() => {
    setCard(null);
    setWaiting(null);
  }, []);
  const openAt = useCallback(
    (element: Element, start: number, end: number, mode: Card["mode"], own?: DOMRect) => {
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
        place: placeOf(word, around, HEIGHT[mode]),
      });
    },
    [box],
  );
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => openAt(waiting.element, waiting.start, waiting.end, "told"), REST_MS);
    return () => clearTimeout(timer);
  }, [waiting, openAt]);
  const rest = useCallback((element: Element | null, start: number, end: number) => {
    setWaiting(element && { element, start, end });
    if (!element) setCard((old) => (old?.mode === "told" ? null : old));
  }, []);
  return { card, close, openAt, rest };
}

function placeOf(word: DOMRect, around: DOMRect, height: number): CardPlace {
  const [over, under] = [word.top - around.top, around.bottom - word.bottom];
  const isBelow = under >= height + GAP || under >= over;
  return {
    ...(isBelow ? { top: around.height - under + GAP } : { bottom: around.height - over + GAP }),
    left: Math.max(8, Math.min(word.left - around.left, around.width - WIDTH - 8)),
    maxHeight: Math.max(LEAST, (isBelow ? under : over) - 2 * GAP),
  };
}
