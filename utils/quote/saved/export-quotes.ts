import { formatQuote } from "../formats/format-quote.ts";
import { getSpeakerName } from "../quote.ts";
import { groupSavedQuotes, getQuoteText, type SavedQuote } from "./saved-quotes.ts";
import { formatFrontMatter, type FrontMatterFields } from "../front-matter.ts";

/** An exported file. */
export interface ExportFile {
  name: string;
  text: string;
}

const toFrontMatterFields = ({ episode, url }: SavedQuote): FrontMatterFields => ({ ...episode, link: url });

/** Exports one Markdown file an episode, with front matter and its quotes, notes and tags in the order of the talk. */
export function exportMarkdown(quotes: readonly SavedQuote[]): ExportFile[] {
  return groupSavedQuotes(quotes, "episode").map(({ key, quotes: own }) => {
    const [first] = own;
    const blocks = own.map((quote) => {
      const { text } = formatQuote(quote, { format: "markdown", template: "" });
      const tags = quote.tags.map((tag) => `#${tag.replace(/\s+/g, "-")}`).join(" ");
      return [text, quote.note, tags].filter(Boolean).join("\n\n");
    });
    return {
      name: toFileName(key, "md"),
      text: `${formatFrontMatter(toFrontMatterFields(first!))}\n${blocks.join("\n\n---\n\n")}\n`,
    };
  });
}

/** Creates a file name that every file system accepts. */
export const toFileName = (name: string, ending: string): string =>
  `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80) || "episode"}.${ending}`;

/** Columns that Readwise's CSV import accepts, as its import page documents them (2026-11). */
const READWISE_COLUMNS = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"] as const;

/**
 * Exports a CSV file (https://www.rfc-editor.org/rfc/rfc4180) for Readwise. Readwise groups highlights by title and
 * author, so the author is the show, and the speaker follows the words. Tags are inline tags in the note:
 * https://docs.readwise.io/readwise/guides/action-tags
 */
export function exportCsv(quotes: readonly SavedQuote[]): string {
  const rows = quotes.map((quote) => {
    const { episode, url, note, tags, seconds, created, paragraphs } = quote;
    const speakers = new Set(paragraphs.map(({ speaker }) => getSpeakerName(speaker)));
    const [only] = speakers;
    const row: { [column in (typeof READWISE_COLUMNS)[number]]: string } = {
      Highlight: `${getQuoteText(quote)}${speakers.size === 1 && only ? ` — ${only}` : ""}`,
      Title: episode.title,
      Author: episode.show,
      URL: url ?? "",
      Note: [note, tags.map((tag) => `.${tag.replace(/\s+/g, "_")}`).join(" ")].filter(Boolean).join("\n"),
      Location: seconds === null ? "" : String(Math.floor(seconds)),
      Date: created.slice(0, 19).replace("T", " "),
    };
    return READWISE_COLUMNS.map((column) => escapeCsvCell(row[column])).join(",");
  });
  return `${[READWISE_COLUMNS.join(","), ...rows].join("\r\n")}\r\n`;
}

const escapeCsvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** Version of the exported JSON. Import reads earlier versions, too, and refuses later ones. */
export const SCHEMA_VERSION = 2;

/** Exports all quotes as JSON, which {@link parseQuotes} reads. */
export const exportJson = (quotes: readonly SavedQuote[]): string =>
  `${JSON.stringify({ earmark: "quotes", version: SCHEMA_VERSION, quotes }, null, 1)}\n`;
