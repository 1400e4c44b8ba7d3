/** Escapes text for markup languages. Words, titles and addresses come from pages and files and may contain markup. */

import { OMISSION_MARK } from "../quote.ts";

/** Escapes text and attribute values of HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/**
 * Escapes Markdown: inline markup anywhere, and block markup at the start of a line. "[…]" is no link and stays.
 * https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\[…\]|[\\`*_[\]<>]/g, (sign) => (sign === OMISSION_MARK ? sign : `\\${sign}`))
    .replace(/^(\s*)([#+=~-])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/gm, "$1\\$2");

/** Escapes the destination of a Markdown link: https://spec.commonmark.org/0.31.2/#link-destination. */
export const escapeMarkdownUrl = (url: string): string => url.replace(/[()<>\s]/g, encodeURIComponent);

/** Escapes lines in an Org block that start with "*" or "#+": https://orgmode.org/manual/Literal-Examples.html. */
export const escapeOrg = (text: string): string => text.replace(/^(,*)(\*|#\+)/gm, ",$1$2");

/** Replaces square brackets, which end the description of an Org link: https://orgmode.org/manual/Link-Format.html. */
export const escapeOrgLink = (text: string): string =>
  text.replace(/[[\]]/g, (sign) => (sign === "[" ? "(" : ")"));

const TEX_ESCAPES: { [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Escapes a BibTeX value. Letters stay as they are, because Biber and current BibTeX programs read UTF-8. */
export const escapeTex = (text: string): string =>
  text.replace(/[\\{}~^]|[$&%#_]/g, (sign) => TEX_ESCAPES[sign] ?? `\\${sign}`);
