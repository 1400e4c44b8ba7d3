import type { Quote } from "../quote.ts";
import { formatAttributed, formatPlain, formatTimed } from "./attribution.ts";
import { formatBibtex, formatCsl } from "./citation.ts";
import { formatCallout, formatHtml, formatMarkdown, formatOrg } from "./markup.ts";
import { fillTemplate } from "./template.ts";
import type { QuoteFormatSettings } from "./quote-formats.ts";

/** A quote for the clipboard: as plain text and, in formats for documents, also as HTML. */
export interface FormattedQuote {
  text: string;
  html?: string;
}

/**
 * Formats a quote with its words as shown or as heard.
 * @example
 * const { text } = formatQuote(quote, { format: "markdown", template: "" });
 */
export function formatQuote(
  quote: Quote,
  { format, template }: QuoteFormatSettings,
  asHeard = false,
): FormattedQuote {
  switch (format) {
    case "quote":
      return { text: formatAttributed(quote, asHeard) };
    case "markdown":
      return { text: formatMarkdown(quote, asHeard) };
    case "plain":
      return { text: formatPlain(quote, asHeard) };
    case "timed":
      return { text: formatTimed(quote, asHeard) };
    case "html":
      return { text: formatAttributed(quote, asHeard), html: formatHtml(quote, asHeard) };
    case "org":
      return { text: formatOrg(quote, asHeard) };
    case "callout":
      return { text: formatCallout(quote, asHeard) };
    case "bibtex":
      return { text: formatBibtex(quote) };
    case "csl":
      return { text: formatCsl(quote) };
    case "template":
      return { text: fillTemplate(template, quote, asHeard) };
  }
}
