import type { ReadonlySignal } from "@preact/signals";
import type { QuoteFormat } from "../../../utils/quote/formats/quote-formats.ts";
import { extractQuotedParagraphs, hasCorrections } from "../../../utils/quote/quote.ts";
import type { TextRange } from "../../../utils/quote/text-range.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { QuoteBar } from "../../quotes/QuoteBar.tsx";
import type { QuoteModel } from "./quote-model.ts";
import type { SelectionModel } from "./selection-model.ts";

interface Props {
  transcript: Transcript;
  model: { selection: SelectionModel; quotes: QuoteModel; defaultFormat: ReadonlySignal<QuoteFormat> };
  /** Opens the card for words of one paragraph. */
  onCorrect: (range: TextRange) => void;
}

/**
 * The bar with actions for the selected words; nothing without a selection. It is below the list and not beside the
 * words, so it covers none of them, Tab reaches it, and the system's touch menu has room.
 */
export function SelectionBar({ transcript, model, onCorrect }: Props) {
  const { selection, quotes, defaultFormat } = model;
  const range = selection.range.value;
  if (!range) return null;
  return (
    <QuoteBar
      defaultFormat={defaultFormat.value}
      isCorrected={hasCorrections({ paragraphs: extractQuotedParagraphs(transcript, range) })}
      links={quotes.links}
      actions={{
        copy: (options) => quotes.copy(range, options),
        copyLink: (link) => quotes.copyLink(range, link),
        save: () => quotes.save(range),
        selectSentences: selection.growToSentences,
        correct: range.start.paragraph === range.end.paragraph ? () => onCorrect(range) : null,
      }}
    />
  );
}
