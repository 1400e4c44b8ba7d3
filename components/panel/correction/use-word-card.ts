import type { RefObject } from "preact";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import type { TextRange } from "../../../utils/quote/text-range.ts";
import { useCard, type WordCardState } from "./use-card.ts";
import { pickWords, getSelectedWords, type PickedWords } from "./picked-words.ts";

/** The card about corrected or selected words: when it comes, and what it is about. */
export interface WordCardController {
  card: WordCardState | null;
  /** What the card says; null without one. */
  content: PickedWords | null;
  /** Closes it and gives the focus back. */
  close: () => void;
  /** Whether an event is about corrected words. */
  isCorrectedWord: (event: Event) => boolean;
  /** Opens it for the corrected words an event is about, else for what is selected; false where there are none. */
  open: (event: Event) => boolean;
  /** The pointer or the focus rests on something. */
  hover: (event: Event | null) => void;
  /** Opens it for words that are selected in one paragraph. */
  openSelection: (extent: TextRange) => void;
  /** The list was scrolled away under it. */
  closeOnScroll: () => void;
}

/** Keeps the card for the words of a list of paragraphs inside a box. */
export function useWordCard(
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly Paragraph[],
): WordCardController {
  const { card, close, open: openAt, hover: rest } = useCard(box);
  /** The corrected words that an event is about, with their place in the text. */
  const wordOf = (event: Event) => {
    const element = (event.target as Element).closest<HTMLElement>(".corrected");
    const index = Number(element?.closest<HTMLElement>("[data-index]")?.dataset["index"]);
    const change = element && paragraphs[index]?.changes[Number(element.dataset["change"])];
    return change ? { element, start: change.at, end: change.at + change.length } : null;
  };
  const about = card && paragraphs[card.paragraph];
  return {
    card,
    content: card && about ? pickWords(about, card.start, card.end) : null,
    close() {
      const back =
        card?.mode === "pinned" &&
        list.current?.querySelector<HTMLElement>(`[data-index="${card.paragraph}"] .time`);
      close();
      if (back) back.focus();
    },
    isCorrectedWord: (event) => wordOf(event) !== null,
    open(event) {
      const selected = getSelectedWords(list);
      const word = selected ?? wordOf(event);
      if (word) openAt(word.element, word.start, word.end, "pinned", selected?.box);
      return word !== null;
    },
    hover(event) {
      const word = event && wordOf(event);
      rest(word?.element ?? null, word?.start ?? 0, word?.end ?? 0);
    },
    openSelection({ start: from, end: to }) {
      const element = list.current?.querySelector(`[data-index="${from.paragraph}"] .text`);
      if (element) openAt(element, from.offset, to.offset, "pinned", getSelectedWords(list)?.box);
    },
    closeOnScroll() {
      if (card && card.mode !== "pinned") close();
    },
  };
}
