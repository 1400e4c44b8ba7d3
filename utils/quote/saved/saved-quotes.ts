import { foldTerm } from "../../search/text/search-terms.ts";
import type { TextQuoteSelector } from "../text-quote-selector.ts";
import { getSpeakerName, groupTurns, formatTurns, type Quote } from "../quote.ts";

/** A quote in the reader's collection. It is complete, so that it outlives its episode. */
export interface SavedQuote extends Quote {
  /** A UUID. */
  id: string;
  episodeId: string;
  /** Finds its words again in the transcript. */
  selector: TextQuoteSelector;
  note: string;
  tags: string[];
  /** When it was saved, and when its note or tags were last edited: ISO 8601 in UTC. */
  created: string;
  modified: string;
}

/** Limits of a note and a tag, in characters, and of the number of tags. */
export const MAX_NOTE_LENGTH = 10_000;
export const MAX_TAG_LENGTH = 60;
export const MAX_TAGS = 50;

/** Parses tags from a text field: separated by commas, with or without "#", each once. */
export const parseTags = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .split(",")
        .map((tag) => tag.trim().replace(/^#+/, "").replace(/\s+/g, " ").slice(0, MAX_TAG_LENGTH))
        .filter(Boolean),
    ),
  ].slice(0, MAX_TAGS);

/** The words of a quote as shown, as plain text. */
export const getQuoteText = (quote: Quote): string => formatTurns(groupTurns(quote));

const searchTexts = new WeakMap<SavedQuote, string>();

/** Everything a quote is found by, folded. Cached, for every key press reads it. */
function getSearchText(quote: SavedQuote): string {
  const cached = searchTexts.get(quote);
  if (cached !== undefined) return cached;
  const { paragraphs, episode, note, tags } = quote;
  const speakers = paragraphs.flatMap(({ speaker }) => getSpeakerName(speaker) ?? []);
  const all = [...paragraphs.map(({ text }) => text), ...speakers, episode.title, episode.show, note];
  const text = foldTerm([...all, ...tags.map((tag) => `#${tag}`)].join("\n"));
  searchTexts.set(quote, text);
  return text;
}

/**
 * Finds quotes that have every word of a query, in any place and order. A plain scan that needs no index; `#tag` finds
 * tags.
 */
export function findSavedQuotes(quotes: readonly SavedQuote[], query: string): readonly SavedQuote[] {
  const words = foldTerm(query).split(/\s+/).filter(Boolean);
  if (!words.length) return quotes;
  return quotes.filter((quote) => {
    const text = getSearchText(quote);
    return words.every((word) => text.includes(word));
  });
}

/** Order of the list of saved quotes. */
export type QuoteOrder = "episode" | "date";

/** Quotes under one heading of the list: those of a day or of an episode. */
export interface QuoteGroup {
  key: string;
  quotes: SavedQuote[];
}

/** -1, 0 or 1 by UTF-16 code units; unlike `localeCompare` the same in every browser and language. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Total order inside an episode: time, then position, then creation, then id. Quotes without a time come first. */
const comparePositions = (a: SavedQuote, b: SavedQuote): number =>
  (a.selector.mediaTime ?? 0) - (b.selector.mediaTime ?? 0) ||
  a.selector.paragraph - b.selector.paragraph ||
  compareText(a.created, b.created) ||
  compareText(a.id, b.id);

/**
 * Sorts quotes for a list. By date, the newest comes first. By episode, the episode with the newest quote comes first,
 * and its quotes follow the talk. The result does not depend on the order of the input.
 */
export function sortSavedQuotes(quotes: readonly SavedQuote[], order: QuoteOrder): SavedQuote[] {
  const sorted = quotes.toSorted((a, b) => compareText(b.created, a.created) || comparePositions(a, b));
  if (order === "date") return sorted;
  const groups = Map.groupBy(sorted, ({ episodeId }) => episodeId);
  return [...groups.values()].flatMap((own) => own.toSorted(comparePositions));
}

/** The UTC day of a timestamp, so that files are the same in every time zone. */
const getUtcDay = (timestamp: string): string => timestamp.slice(0, 10);

/**
 * Groups the first `limit` of sorted quotes by day or episode.
 * @param getDay The day of a timestamp, as the key of its group.
 */
export function groupFirstQuotes(
  quotes: readonly SavedQuote[],
  order: QuoteOrder,
  limit: number,
  getDay: (timestamp: string) => string = getUtcDay,
): QuoteGroup[] {
  const groups: QuoteGroup[] = [];
  for (const quote of quotes.slice(0, limit)) {
    const key = order === "date" ? getDay(quote.created) : quote.episodeId;
    const last = groups.at(-1);
    if (last?.key === key) last.quotes.push(quote);
    else groups.push({ key, quotes: [quote] });
  }
  return groups;
}

/** Sorts quotes and groups them by day or episode. */
export const groupSavedQuotes = (quotes: readonly SavedQuote[], order: QuoteOrder): QuoteGroup[] =>
  groupFirstQuotes(sortSavedQuotes(quotes, order), order, Infinity);
