import type { Result } from "../../utils/result.ts";
import type { Extent } from "../../utils/quote/extent.ts";
import type { Writing } from "../../utils/quote/formats/writing.ts";
import type { Link } from "../../utils/quote/links.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import type { CopyAs } from "./QuoteBar.tsx";

/** Words of the open transcript. */
export interface Words {
  /** As the reader sees it, on the clock of their site. */
  shown: Transcript;
  /** On its own clock. */
  own: Transcript;
  extent: Extent;
}

/** What can be done with words outside the panel's own room. */
export interface Quoting {
  /** How quotes are written. */
  writing: Writing;
  /** Pages the episode is on, the one for links first. */
  links: readonly Link[];
  /** False when the browser refused. */
  copy: (words: Words, how: CopyAs) => Promise<boolean>;
  copyLink: (words: Words, link?: Link) => Promise<boolean>;
  save: (words: Words) => Promise<Result<null>>;
  /** Quotes of this episode that the reader keeps. */
  saved: readonly SavedQuote[];
  /** Opens the list of all of them. */
  onList: () => void;
}
