import { foldTerm } from "../../search/terms.ts";
import type { Anchor } from "../anchor.ts";
import { named, turnsOf, wordsOf, type Quote } from "../quote.ts";

/** A quote that a reader keeps. It holds all that is needed to read it, also when its episode is gone. */
export interface SavedQuote extends Quote {
  /** A UUID. */
  id: string;
  episodeId: string;
  /** Where its words stood. */
  anchor: Anchor;
  note: string;
  tags: string[];
  /** When it was saved, and when its note or tags were changed last: ISO 8601 in UTC. */
  created: string;
  changed: string;
}

/** The longest note and tag that are kept, in characters, and the most tags. */
export const LONGEST_NOTE = 10_000;
export const LONGEST_TAG = 60;
export const MOST_TAGS = 50;

/** Tags as they are typed: with commas between them; each once, without a sharp before it. */
export const tagsOf = (typed: string): string[] =>
  [
    ...new Set(
      typed
        .split(",")
        .map((tag) => tag.trim().replace(/^#+/, "").replace(/\s+/g, " ").slice(0, LONGEST_TAG))
        .filter(Boolean),
    ),
  ].slice(0, MOST_TAGS);

/** The words of a saved quote as they are shown. */
export const savedWords = (quote: Quote): string => wordsOf(turnsOf(quote));

const folded = new WeakMap<SavedQuote, string>();

/** All that a quote is found by, folded; kept, for every letter that is typed asks for it. */
function haystack(quote: SavedQuote): string {
  const known = folded.get(quote);
  if (known !== undefined) return known;
  const { said, episode, note, tags } = quote;
  const speakers = said.flatMap(({ speaker }) => named(speaker) ?? []);
  const all = [...said.map(({ text }) => text), ...speakers, episode.title, episode.show, note];
  const text = foldTerm([...all, ...tags.map((tag) => `#${tag}`)].join("\n"));
  folded.set(quote, text);
  return text;
}

/** Makes quotes ready to be found, so many at a time, so that the first letter typed is answered at once. */
export function prepareSaved(quotes: readonly SavedQuote[], from: number, most: number): void {
  for (const quote of quotes.slice(from, from + most)) haystack(quote);
}

/** The quotes that hold every word that was typed, in any place and order; `#tag` finds tags. */
export function findSaved(quotes: readonly SavedQuote[], typed: string): readonly SavedQuote[] {
  const words = foldTerm(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return quotes;
  return quotes.filter((quote) => {
    const text = haystack(quote);
    return words.every((word) => text.includes(word));
  });
}

/** How quotes can be listed. */
export type Order = "episode" | "date";

/** Quotes that stand under one heading. */
export interface Group {
  key: string;
  quotes: SavedQuote[];
}

/**
 * Quotes for a list: by date, the newest first; or by episode, the one with the newest quote first, and in it as they
 * are said.
 */
export function inListOrder(quotes: readonly SavedQuote[], order: Order): SavedQuote[] {
  const sorted = quotes.toSorted((a, b) => (a.created < b.created ? 1 : -1));
  if (order === "date") return sorted;
  const groups = Map.groupBy(sorted, ({ episodeId }) => episodeId);
  return [...groups.values()].flatMap((own) => own.toSorted(byPlace));
}

/** Of a moment, by UTC: files say the same wherever they are written. */
const dayOfFile = (moment: string): string => moment.slice(0, 10);

/**
 * The first so many of quotes in the order of a list, under their days or episodes.
 * @param dayOf The day of a moment.
 */
export function firstGroups(
  quotes: readonly SavedQuote[],
  order: Order,
  most: number,
  dayOf: (moment: string) => string = dayOfFile,
): Group[] {
  const groups: Group[] = [];
  for (const quote of quotes.slice(0, most)) {
    const key = order === "date" ? dayOf(quote.created) : quote.episodeId;
    const last = groups.at(-1);
    if (last?.key === key) last.quotes.push(quote);
    else groups.push({ key, quotes: [quote] });
  }
  return groups;
}

/** All of them, under their days or episodes. */
export const groupSaved = (quotes: readonly SavedQuote[], order: Order): Group[] =>
  firstGroups(inListOrder(quotes, order), order, Infinity);

const byPlace = (a: SavedQuote, b: SavedQuote): number =>
  a.anchor.paragraph - b.anchor.paragraph || (a.seconds ?? 0) - (b.seconds ?? 0);
