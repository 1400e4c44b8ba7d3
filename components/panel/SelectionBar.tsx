import type { Extent } from "../../utils/quote/extent.ts";
import { hasCorrections, saidIn } from "../../utils/quote/quote.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { QuoteBar } from "../quote/QuoteBar.tsx";
import type { Quoting } from "../quote/quoting.ts";
import type { QuoteActions } from "./use-quotes.ts";
import type { Selected } from "./use-selection.ts";

interface Props {
  transcript: Transcript;
  selected: Selected;
  quoting: Quoting;
  quotes: QuoteActions;
  /** Corrects words of one paragraph. */
  onCorrect: (extent: Extent) => void;
}

/** The bar for what is selected in the transcript; nothing where nothing is. */
export function SelectionBar({ transcript, selected, quoting, quotes, onCorrect }: Props) {
  const { extent, grow } = selected;
  if (!extent) return null;
  return (
    <QuoteBar
      usual={quoting.writing.format}
      corrected={hasCorrections({ said: saidIn(transcript, extent) })}
      links={quoting.links}
      onCopy={(how) => quotes.copy(extent, how)}
      onLink={(link) => quotes.link(extent, link)}
      onSave={() => quotes.save(extent)}
      onSentences={grow}
      onCorrect={extent.from.paragraph === extent.to.paragraph ? () => onCorrect(extent) : null}
    />
  );
}
