/** Every form in which a quote can leave, in the order in which they are offered. */
export const QUOTE_FORMATS = [
  "quote",
  "markdown",
  "plain",
  "timed",
  "html",
  "org",
  "callout",
  "bibtex",
  "csl",
  "template",
] as const;

/** One of them. */
export type QuoteFormat = (typeof QUOTE_FORMATS)[number];

/** How a reader wants quotes to be written. */
export interface QuoteFormatSettings {
  format: QuoteFormat;
  /** The reader's own format. */
  template: string;
}

/** The usual way. */
export const DEFAULT_QUOTE_FORMAT_SETTINGS: QuoteFormatSettings = {
  format: "quote",
  template: "> {{quote}}\n> — {{speaker}}, {{episode}} ({{time}})\n> {{url}}",
};
