import type { Result } from "../../utils/shared/result.ts";
import type { TextRange } from "../../utils/quote/text-range.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { PageLink } from "../../utils/quote/links.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";

/** Words of the open transcript. */
export interface TranscriptSelection {
  /** As the reader sees it, on the clock of their site. */
  shown: Transcript;
  /** As the library has it, on its own clock. */
  original: Transcript;
  range: TextRange;
}

/** How a quote is copied this once. */
export interface QuoteCopyOptions {
  /** The format of the reader's settings when absent. */
  format?: QuoteFormat;
  /** Copies the words as heard. */
  asHeard?: boolean;
}

/** What reaches the browser on behalf of quotes. */
export interface QuotePorts {
  /** Pages of the episode, the one for links first. */
  links: readonly PageLink[];
  /** Resolves to false when the browser refused. */
  copy: (words: TranscriptSelection, options: QuoteCopyOptions) => Promise<boolean>;
  copyLink: (words: TranscriptSelection, link?: PageLink) => Promise<boolean>;
  save: (words: TranscriptSelection) => Promise<Result<null>>;
  /** Reads the saved quotes of this episode. */
  loadSaved: () => Promise<Result<readonly SavedQuote[]>>;
  /** Opens the list of all saved quotes. */
  openList: () => void;
}
