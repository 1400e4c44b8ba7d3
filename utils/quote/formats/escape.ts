/** Makes words safe to stand in another notation: they come from pages and files and may hold its signs. */

import { CUT } from "../quote.ts";

/** HTML text and attributes. */
export const inHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Markdown text (CommonMark 0.31): signs that mean something anywhere, and those at the beginning of a line; […] stays. */
export const inMarkdown = (text: string): string =>
  text
    .replace(/\[…\]|[\\`*_[\]<>]/g, (sign) => (sign === CUT ? sign : `\\${sign}`))
    .replace(/^(\s*)([#+=~-])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/gm, "$1\\$2");

/** An address inside Markdown's round brackets. */
export const urlInMarkdown = (url: string): string => url.replace(/[()<>\s]/g, encodeURIComponent);

/** Lines inside an Org block: a star or a sharp at the beginning of one takes a comma before it (Org manual 9.7). */
export const inOrg = (text: string): string => text.replace(/^(,*)(\*|#\+)/gm, ",$1$2");

/** What stands in an Org link's square brackets. */
export const inOrgLink = (text: string): string =>
  text.replace(/[[\]]/g, (sign) => (sign === "[" ? "(" : ")"));

const TEX: { [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A BibTeX value; letters are left as they are, for every program of today reads UTF-8. */
export const inTex = (text: string): string =>
  text.replace(/[\\{}~^]|[$&%#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
