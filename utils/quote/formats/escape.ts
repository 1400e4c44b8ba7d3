/** Makes words safe to stand in another notation: they come from pages and files and may hold its signs. */

import { OMISSION_MARK } from "../quote.ts";

/** HTML text and attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Markdown text (CommonMark 0.31): signs that mean something anywhere, and those at the beginning of a line; […] stays. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\[…\]|[\\`*_[\]<>]/g, (sign) => (sign === OMISSION_MARK ? sign : `\\${sign}`))
    .replace(/^(\s*)([#+=~-])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/gm, "$1\\$2");

/** An address inside Markdown's round brackets. */
export const escapeMarkdownUrl = (url: string): string => url.replace(/[()<>\s]/g, encodeURIComponent);

/** Lines inside an Org block: a star or a sharp at the beginning of one takes a comma before it (Org manual 9.7). */
export const escapeOrg = (text: string): string => text.replace(/^(,*)(\*|#\+)/gm, ",$1$2");

/** What stands in an Org link's square brackets. */
export const escapeOrgLink = (text: string): string =>
  text.replace(/[[\]]/g, (sign) => (sign === "[" ? "(" : ")"));

const TEX_ESCAPES: { [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A BibTeX value; letters are left as they are, for every program of today reads UTF-8. */
export const escapeTex = (text: string): string =>
  text.replace(/[\\{}~^]|[$&%#_]/g, (sign) => TEX_ESCAPES[sign] ?? `\\${sign}`);
