/** Formats of copied quotes, in the order of the menu. */
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

/** A format of copied quotes. */
export type QuoteFormat = (typeof QUOTE_FORMATS)[number];

/** Settings of copied quotes. */
export interface QuoteFormatSettings {
  format: QuoteFormat;
  /** The template of the format "template". */
  template: string;
}

/** Used until the reader changes them. */
export const DEFAULT_QUOTE_FORMAT_SETTINGS: QuoteFormatSettings = {
  format: "quote",
  template: "> {{quote}}\n> — {{speaker}}, {{episode}} ({{time}})\n> {{url}}",
};
