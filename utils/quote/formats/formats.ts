import type { Quote } from "../quote.ts";
import { attributed, plain, timed } from "./attribution.ts";
import { bibtex, csl } from "./citation.ts";
import { callout, html, markdown, org } from "./marked-up.ts";
import { fillTemplate } from "./template.ts";
import type { Writing } from "./writing.ts";

/** A quote ready for the clipboard: as text, and for documents as HTML where the format has that. */
export interface Written {
  text: string;
  html?: string;
}

/** Writes a quote in a format, with its words as shown or as heard. */
export function writeQuote(quote: Quote, { format, template }: Writing, asHeard = false): Written {
  switch (format) {
    case "quote":
      return { text: attributed(quote, asHeard) };
    case "markdown":
      return { text: markdown(quote, asHeard) };
    case "plain":
      return { text: plain(quote, asHeard) };
    case "timed":
      return { text: timed(quote, asHeard) };
    case "html":
      return { text: attributed(quote, asHeard), html: html(quote, asHeard) };
    case "org":
      return { text: org(quote, asHeard) };
    case "callout":
      return { text: callout(quote, asHeard) };
    case "bibtex":
      return { text: bibtex(quote) };
    case "csl":
      return { text: csl(quote) };
    case "template":
      return { text: fillTemplate(template, quote, asHeard) };
  }
}
