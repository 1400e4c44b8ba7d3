import { writeQuote } from "../formats/formats.ts";
import { named } from "../quote.ts";
import { groupSaved, savedWords, type SavedQuote } from "./saved.ts";
import { frontMatter, type Headed } from "../front-matter.ts";

/** A file that a reader takes along. */
export interface ExportFile {
  name: string;
  text: string;
}

const headOf = ({ episode, url }: SavedQuote): Headed => ({ ...episode, link: url });

/** One Markdown file an episode: front matter, and its quotes in their order with notes and tags. */
export function quotesAsMarkdown(quotes: readonly SavedQuote[]): ExportFile[] {
  return groupSaved(quotes, "episode").map(({ key, quotes: own }) => {
    const [first] = own;
    const blocks = own.map((quote) => {
      const { text } = writeQuote(quote, { format: "markdown", template: "" });
      const tags = quote.tags.map((tag) => `#${tag.replace(/\s+/g, "-")}`).join(" ");
      return [text, quote.note, tags].filter(Boolean).join("\n\n");
    });
    return {
      name: fileName(key, "md"),
      text: `${frontMatter(headOf(first!))}\n${blocks.join("\n\n---\n\n")}\n`,
    };
  });
}

/** A name that every file system takes. */
export const fileName = (name: string, ending: string): string =>
  `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80) || "episode"}.${ending}`;

/** Columns of Readwise's import of CSV files, as it documents them (2026-11). */
const COLUMNS = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"] as const;

/**
 * A CSV file (RFC 4180) that Readwise imports. It puts highlights with the same title and author together, so the
 * author is the show; who speaks stands behind the words. Tags go into the note with a point before them, as it reads
 * them there.
 */
export function quotesAsCsv(quotes: readonly SavedQuote[]): string {
  const rows = quotes.map((quote) => {
    const { episode, url, note, tags, seconds, created, said } = quote;
    const speakers = new Set(said.map(({ speaker }) => named(speaker)));
    const [only] = speakers;
    const row: { [column in (typeof COLUMNS)[number]]: string } = {
      Highlight: `${savedWords(quote)}${speakers.size === 1 && only ? ` — ${only}` : ""}`,
      Title: episode.title,
      Author: episode.show,
      URL: url ?? "",
      Note: [note, tags.map((tag) => `.${tag.replace(/\s+/g, "_")}`).join(" ")].filter(Boolean).join("\n"),
      Location: seconds === null ? "" : String(Math.floor(seconds)),
      Date: created.slice(0, 19).replace("T", " "),
    };
    return COLUMNS.map((column) => cell(row[column])).join(",");
  });
  return `${[COLUMNS.join(","), ...rows].join("\r\n")}\r\n`;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Version of the JSON schema; a file of a later one is refused. */
export const SCHEMA = 1;

/** All quotes as JSON, to be read back. */
export const quotesAsJson = (quotes: readonly SavedQuote[]): string =>
  `${JSON.stringify({ earmark: "quotes", version: SCHEMA, quotes }, null, 1)}\n`;
