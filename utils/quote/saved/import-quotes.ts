import type { Timing } from "../../transcript/model/transcript.ts";
import type { TextQuoteSelector } from "../text-quote-selector.ts";
import type { QuotedEpisode, QuotedParagraph } from "../quote.ts";
import { SCHEMA_VERSION } from "./export-quotes.ts";
import type { SavedQuote } from "./saved-quotes.ts";
import { toFields, migrateSavedQuote } from "./migrate-saved-quote.ts";

/** Larger files are refused, in characters; ten thousand quotes have about 15 million. */
export const MAX_FILE_LENGTH = 64_000_000;
/** Maximum length of a text field in characters. */
const MAX_TEXT_LENGTH = 100_000;

/** Why a file is refused. */
export type ImportRefusal = "no-quotes" | "later-version" | "too-large";

/** The quotes of a file, and the number of entries that are none; or why the file is refused. */
export type ParsedQuotes =
  | { refused: ImportRefusal }
  | { refused: null; quotes: SavedQuote[]; broken: number };

/** Parses an exported JSON file. Never throws; entries that are no quotes are counted as broken. */
export function parseQuotes(text: string): ParsedQuotes {
  if (text.length > MAX_FILE_LENGTH) return { refused: "too-large" };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { refused: "no-quotes" };
  }
  const { earmark, version, quotes } = toFields(file);
  if (earmark !== "quotes" || typeof version !== "number") return { refused: "no-quotes" };
  if (version > SCHEMA_VERSION) return { refused: "later-version" };
  if (!Array.isArray(quotes)) return { refused: "no-quotes" };
  const read = quotes.map((quote) => toSavedQuote(version < 2 ? migrateSavedQuote(toFields(quote)) : quote));
  const whole = read.filter((quote) => quote !== null);
  return { refused: null, quotes: whole, broken: read.length - whole.length };
}

const toText = (value: unknown): string | null =>
  typeof value === "string" && value.length <= MAX_TEXT_LENGTH ? value : null;
const toAmount = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
const toNames = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((name) => toText(name) ?? []) : [];
const TIMINGS: readonly Timing[] = ["exact", "aligned", "estimated", "none"];
/** A web address; "javascript:" and other schemes could run code when they are opened. */
const toWebAddress = (value: unknown): string | null => {
  const url = toText(value);
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
};
const toTimestamp = (value: unknown): string | null =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value : null;

/** Validates a quote; null if a required field is missing. */
function toSavedQuote(value: unknown): SavedQuote | null {
  const fields = toFields(value);
  const [id, episodeId] = [toText(fields["id"]), toText(fields["episodeId"])];
  const [created, episode] = [toTimestamp(fields["created"]), toQuotedEpisode(fields["episode"])];
  const selector = toSelector(fields["selector"]);
  const paragraphs = Array.isArray(fields["paragraphs"])
    ? fields["paragraphs"].flatMap((paragraph) => toQuotedParagraph(paragraph) ?? [])
    : [];
  if (!id || !episodeId || !created || !episode || !selector || !paragraphs.length) return null;
  return {
    id,
    episodeId,
    episode,
    paragraphs,
    selector,
    seconds: toAmount(fields["seconds"]),
    timing: TIMINGS.find((timing) => timing === fields["timing"]) ?? "none",
    url: toWebAddress(fields["url"]),
    note: toText(fields["note"]) ?? "",
    tags: [...new Set(toNames(fields["tags"]))].filter(Boolean),
    created,
    modified: toTimestamp(fields["modified"]) ?? created,
  };
}

function toQuotedEpisode(value: unknown): QuotedEpisode | null {
  const { title, show, number, hosts, guests, published } = toFields(value);
  const [episodeTitle, showName] = [toText(title), toText(show)];
  if (episodeTitle === null || showName === null) return null;
  return {
    title: episodeTitle,
    show: showName,
    number: toAmount(number),
    hosts: toNames(hosts),
    guests: toNames(guests),
    published: /^\d{4}-\d\d-\d\d$/.test(toText(published) ?? "") ? toText(published) : null,
  };
}

function toQuotedParagraph(value: unknown): QuotedParagraph | null {
  const { speaker, text: words, heard, seconds, cut } = toFields(value);
  const shown = toText(words);
  if (!shown) return null;
  return {
    speaker: toText(speaker),
    text: shown,
    heard: toText(heard) ?? shown,
    seconds: toAmount(seconds),
    ...(cut === true && { cut }),
  };
}

function toSelector(value: unknown): TextQuoteSelector | null {
  const { exact, heard, prefix, suffix, paragraph, mediaTime } = toFields(value);
  const words = toText(exact);
  if (!words) return null;
  const heardWords = toText(heard) ?? words;
  return {
    exact: words,
    ...(heardWords !== words && { heard: heardWords }),
    prefix: toText(prefix) ?? "",
    suffix: toText(suffix) ?? "",
    paragraph: Math.floor(toAmount(paragraph) ?? 0),
    mediaTime: toAmount(mediaTime),
  };
}

/** The result of an import before it is confirmed. */
export interface ImportPlan {
  /** New quotes. */
  added: SavedQuote[];
  /** Present quotes with another note or other tags, merged. */
  merged: SavedQuote[];
  /** Number of present quotes that stay the same. */
  unchanged: number;
}

/** Plans to merge imported quotes into the present ones, without loss on either side. */
export function planImport(present: readonly SavedQuote[], imported: readonly SavedQuote[]): ImportPlan {
  const presentById = new Map(present.map((quote) => [quote.id, quote]));
  const plan: ImportPlan = { added: [], merged: [], unchanged: 0 };
  const incoming = new Map<string, SavedQuote>();
  for (const read of imported) {
    // A file may contain a quote twice, or other words under an id that is taken.
    let { id } = read;
    while (isDifferentQuote(presentById.get(id) ?? incoming.get(id), read)) id += "~";
    const quote = { ...read, id };
    incoming.set(id, mergeQuotes(incoming.get(id) ?? quote, quote));
  }
  for (const quote of incoming.values()) {
    const own = presentById.get(quote.id);
    if (!own) plan.added.push(quote);
    else {
      const both = mergeQuotes(own, quote);
      if (both.note === own.note && both.tags.length === own.tags.length) plan.unchanged++;
      else plan.merged.push(both);
    }
  }
  return plan;
}

const isDifferentQuote = (own: SavedQuote | undefined, quote: SavedQuote): boolean =>
  own !== undefined && (own.episodeId !== quote.episodeId || own.selector.exact !== quote.selector.exact);

function mergeQuotes(a: SavedQuote, b: SavedQuote): SavedQuote {
  const newer = b.modified > a.modified ? b : a;
  return {
    ...newer,
    note: mergeNotes(a.note, b.note),
    tags: [...new Set([...a.tags, ...b.tags])],
    created: a.created < b.created ? a.created : b.created,
  };
}

function mergeNotes(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  return `${a}\n\n${b}`;
}
