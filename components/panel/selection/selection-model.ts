import { signal, type ReadonlySignal } from "@preact/signals";
import {
  createParagraphRange,
  createTextRange,
  expandToSentences,
  expandToWords,
  type TextRange,
} from "../../../utils/quote/text-range.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import type { SpokenLine } from "../playback/spoken-line.ts";

/** Selects text in the document, on behalf of the model. */
export interface TextSelector {
  select: (range: TextRange) => void;
  clear: () => void;
}

/** The words selected in the transcript. */
export interface SelectionModel {
  /** Whole words; null without a selection. */
  range: ReadonlySignal<TextRange | null>;
  /** Takes over what the reader selected in the document, by mouse, touch or keyboard. */
  setSelected: (range: TextRange | null) => void;
  /** Selects whole paragraphs, from the one at which this began to another. */
  extendTo: (paragraph: number) => void;
  /** Grows the selection to whole sentences; false without one. */
  growToSentences: () => boolean;
  /** Gives up the selection; false without one. */
  clear: () => boolean;
  /** The words that a key acts on: the selection, else the spoken line, else the paragraph. */
  getQuotedRange: (paragraph: number) => TextRange;
  /** Connects the list; returns a function that disconnects it. */
  attach: (selector: TextSelector) => () => void;
}

/** Creates the model of the selection. */
export function createSelectionModel(
  transcript: ReadonlySignal<Transcript | null>,
  spokenLine: ReadonlySignal<SpokenLine>,
): SelectionModel {
  const range = signal<TextRange | null>(null);
  let selector: TextSelector | null = null;
  /** The paragraph at which a selection of whole paragraphs began. */
  let firstParagraph: number | null = null;
  const getParagraphs = (): readonly Paragraph[] => transcript.value?.paragraphs ?? [];
  const select = (next: TextRange) => {
    selector?.select(next);
    range.value = next;
  };
  return {
    range,
    setSelected(selected) {
      const words = selected && expandToWords(getParagraphs(), selected);
      if (!words) firstParagraph = null;
      if (!isSameTextRange(range.value, words)) range.value = words;
    },
    extendTo(paragraph) {
      firstParagraph ??= paragraph;
      const [first, last] = [firstParagraph, paragraph].toSorted((a, b) => a - b) as [number, number];
      select(createParagraphRange(getParagraphs(), first, last));
    },
    growToSentences() {
      if (!range.value) return false;
      select(expandToSentences(getParagraphs(), range.value));
      return true;
    },
    clear() {
      if (!range.value) return false;
      firstParagraph = null;
      selector?.clear();
      range.value = null;
      return true;
    },
    getQuotedRange(paragraph) {
      if (range.value) return range.value;
      const spoken = spokenLine.value;
      return spoken.paragraph < 0
        ? createParagraphRange(getParagraphs(), paragraph)
        : createTextRange(spoken.paragraph, spoken.offsets);
    },
    attach(next) {
      selector = next;
      return () => {
        selector = null;
        firstParagraph = null;
        range.value = null;
      };
    },
  };
}

const isSameTextRange = (a: TextRange | null, b: TextRange | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (["start", "end"] as const).every(
      (end) => a[end].paragraph === b[end].paragraph && a[end].offset === b[end].offset,
    ));
