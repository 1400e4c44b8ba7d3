/** Every form in which a quote can leave, in the order in which they are offered. */
export const FORMATS = [
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
export type Format = (typeof FORMATS)[number];

/** How a reader wants quotes to be written. */
export interface Writing {
  format: Format;
  /** The reader's own format. */
  template: string;
}

/** The usual way. */
export const WRITING: Writing = {
  format: "quote",
  template: "> {{quote}}\n> — {{speaker}}, {{episode}} ({{time}})\n> {{url}}",
};
