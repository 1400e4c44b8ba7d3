import type { Result } from "../../utils/shared/result.ts";
import type { TextRange } from "../../utils/quote/text-range.ts";
import type { QuoteFormatSettings } from "../../utils/quote/formats/quote-formats.ts";
import type { PageLink } from "../../utils/quote/links.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import type { QuoteCopyOptions } from "./QuoteBar.tsx";

/** Words of the open transcript. */
export interface TranscriptSelection {
  /** As the reader sees it, on the clock of their site. */
  shown: Transcript;
  /** On its own clock. */
  original: Transcript;
  range: TextRange;
}

/** What can be done with words outside the panel's own room. */
export interface QuotePorts {
  /** How quotes are written. */
  formatSettings: QuoteFormatSettings;
  /** Pages the episode is on, the one for links first. */
  links: readonly PageLink[];
  /** False when the browser refused. */
  copy: (words: TranscriptSelection, how: QuoteCopyOptions) => Promise<boolean>;
  copyLink: (words: TranscriptSelection, link?: PageLink) => Promise<boolean>;
  save: (words: TranscriptSelection) => Promise<Result<null>>;
  /** Quotes of this episode that the reader keeps. */
  savedQuotes: readonly SavedQuote[];
  /** Opens the list of all of them. */
  openQuotesList: () => void;
}
