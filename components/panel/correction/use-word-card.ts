import type { RefObject } from "preact";
import type { TextRange } from "../../../utils/quote/text-range.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import { getSelectedWords, pickWords, type PickedWords } from "./picked-words.ts";
import { useCard, type WordCardState } from "./use-card.ts";

/** The card about corrected or selected words of a list. */
export interface WordCardController {
  card: WordCardState | null;
  /** The words of the card; null without one. */
  content: PickedWords | null;
  /** Closes the card and returns the focus to its paragraph. */
  close: () => void;
  /** Whether an event happened on a corrected word. */
  isCorrectedWord: (event: Event) => boolean;
  /** Pins the card for the selected words, or else the corrected word of an event; false where there is neither. */
  open: (event: Event) => boolean;
  /** Opens the card for the corrected word under the pointer or the focus; null when either left the list. */
  hover: (event: Event | null) => void;
  /** Pins the card for words selected in one paragraph. */
  openSelection: (range: TextRange) => void;
  /** Closes a hovered card, whose words scroll away. */
  closeOnScroll: () => void;
}

/** Creates the card for the paragraphs of a list inside a box. */
export function useWordCard(
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): WordCardController {
  const { card, close, open, hover } = useCard(box);
  const findCorrectedWord = (event: Event) => {
    const element = (event.target as Element).closest<HTMLElement>(".corrected");
    const index = Number(element?.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    const change = element && paragraphs[index]?.changes[Number(element.dataset["change"])];
    return change ? { element, start: change.at, end: change.at + change.length } : null;
  };
  const paragraph = card && paragraphs[card.paragraph];
  return {
    card,
    content: card && paragraph ? pickWords(paragraph, card.start, card.end) : null,
    close() {
      const time =
        card?.mode === "pinned"
          ? list.current?.querySelector<HTMLElement>(`[data-index="${card.paragraph}"] .time`)
          : null;
      close();
      time?.focus();
    },
    isCorrectedWord: (event) => findCorrectedWord(event) !== null,
    open(event) {
      const selected = getSelectedWords(list);
      const word = selected ?? findCorrectedWord(event);
      if (word) open(word.element, word.start, word.end, "pinned", selected?.box);
      return word !== null;
    },
    hover(event) {
      const word = event && findCorrectedWord(event);
      hover(word?.element ?? null, word?.start ?? 0, word?.end ?? 0);
    },
    openSelection({ start, end }) {
      const element = list.current?.querySelector(`[data-index="${start.paragraph}"] .text`);
      if (element) open(element, start.offset, end.offset, "pinned", getSelectedWords(list)?.box);
    },
    closeOnScroll() {
      if (card?.mode === "hovered") close();
    },
  };
}
