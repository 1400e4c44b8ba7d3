import type { Quote } from "../quote.ts";
import { formatAttributed, formatPlain, formatTimed } from "./attribution.ts";
import { formatBibtex, formatCsl } from "./citation.ts";
import { formatCallout, formatHtml, formatMarkdown, formatOrg } from "./markup.ts";
import { fillTemplate } from "./template.ts";
import type { QuoteFormatSettings } from "./quote-formats.ts";

/** A quote ready for the clipboard: as text, and for documents as HTML where the format has that. */
export interface FormattedQuote {
  text: string;
  html?: string;
}

/** Writes a quote in a format, with its words as shown or as heard. */
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
