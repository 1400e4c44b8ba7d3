import type { TextRange } from "../../../utils/quote/text-range.ts";
import { hasCorrections, extractQuotedParagraphs } from "../../../utils/quote/quote.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { QuoteBar } from "../../quotes/QuoteBar.tsx";
import type { QuotePorts } from "../../quotes/quote-ports.ts";
import type { QuoteActions } from "./quote-actions.ts";
import type { SelectionController } from "./use-selection.ts";

interface Props {
  transcript: Transcript;
  selection: SelectionController;
  quotePorts: QuotePorts;
  quoteActions: QuoteActions;
  /** Corrects words of one paragraph. */
  onCorrect: (extent: TextRange) => void;
}

/** The bar for what is selected in the transcript; nothing where nothing is. */
export function SelectionBar({
  transcript,
  selection: selected,
  quotePorts: quoting,
  quoteActions: quotes,
  onCorrect,
}: Props) {
  const { range: extent, growToSentences: grow } = selected;
  if (!extent) return null;
  return (
    <QuoteBar
      defaultFormat={quoting.formatSettings.format}
      isCorrected={hasCorrections({ paragraphs: extractQuotedParagraphs(transcript, extent) })}
      links={quoting.links}
      onCopy={(how) => quotes.copy(extent, how)}
      onLink={(link) => quotes.copyLink(extent, link)}
      onSave={() => quotes.save(extent)}
      onSelectSentences={grow}
      onCorrect={extent.start.paragraph === extent.end.paragraph ? () => onCorrect(extent) : null}
    />
  );
}
