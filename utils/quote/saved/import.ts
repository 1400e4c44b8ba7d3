import type { Timing } from "../../transcript/model.ts";
import type { Anchor } from "../anchor.ts";
import type { QuotedEpisode, Said } from "../quote.ts";
import { SCHEMA } from "./export.ts";
import type { SavedQuote } from "./saved.ts";

/** Larger files are refused; ten thousand quotes are some 15 MB. */
export const LARGEST_FILE = 64_000_000;
/** A text of a quote that is longer is none of ours, in characters. */
const LONGEST_TEXT = 100_000;

/** Why a file holds no quotes to import. */
export type Refusal = "no-quotes" | "later-version" | "too-large";

/** What a file of quotes holds: those that can be read, and how many can't. */
export type ReadQuotes = { refused: Refusal } | { refused: null; quotes: SavedQuote[]; broken: number };

/** Reads a file that was exported as JSON. Never throws: what is no quote is counted. */
export function readQuotes(text: string): ReadQuotes {
  if (text.length > LARGEST_FILE) return { refused: "too-large" };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { refused: "no-quotes" };
  }
  const { earmark, version, quotes } = record(file);
  if (earmark !== "quotes" || typeof version !== "number") return { refused: "no-quotes" };
  if (version > SCHEMA) return { refused: "later-version" };
  if (!Array.isArray(quotes)) return { refused: "no-quotes" };
  const read = quotes.map(quoteFrom);
  const whole = read.filter((quote) => quote !== null);
  return { refused: null, quotes: whole, broken: read.length - whole.length };
}

type Fields = { [name: string]: unknown };
const record = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const text = (value: unknown): string | null =>
  typeof value === "string" && value.length <= LONGEST_TEXT ? value : null;
const amount = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
const names = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((name) => text(name) ?? []) : [];
const TIMINGS: readonly Timing[] = ["exact", "aligned", "estimated", "none"];
/** An address that may be opened; "javascript:" and the like are none. */
const address = (value: unknown): string | null => {
  const url = text(value);
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
};
const date = (value: unknown): string | null =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value : null;

/** One quote; null where something is missing without which it is none. */
function quoteFrom(value: unknown): SavedQuote | null {
  const fields = record(value);
  const [id, episodeId] = [text(fields["id"]), text(fields["episodeId"])];
  const [created, episode] = [date(fields["created"]), episodeFrom(fields["episode"])];
  const anchor = anchorFrom(fields["anchor"]);
  const said = Array.isArray(fields["said"]) ? fields["said"].flatMap((one) => saidFrom(one) ?? []) : [];
  if (!id || !episodeId || !created || !episode || !anchor || !said.length) return null;
  return {
    id,
    episodeId,
    episode,
    said,
    anchor,
    seconds: amount(fields["seconds"]),
    timing: TIMINGS.find((timing) => timing === fields["timing"]) ?? "none",
    url: address(fields["url"]),
    note: text(fields["note"]) ?? "",
    tags: [...new Set(names(fields["tags"]))].filter(Boolean),
    created,
    changed: date(fields["changed"]) ?? created,
  };
}

function episodeFrom(value: unknown): QuotedEpisode | null {
  const { title, show, number, hosts, guests, published } = record(value);
  const [name, of] = [text(title), text(show)];
  if (name === null || of === null) return null;
  return {
    title: name,
    show: of,
    number: amount(number),
    hosts: names(hosts),
    guests: names(guests),
    published: /^\d{4}-\d\d-\d\d$/.test(text(published) ?? "") ? text(published) : null,
  };
}

function saidFrom(value: unknown): Said | null {
  const { speaker, text: words, heard, seconds, cut } = record(value);
  const shown = text(words);
  if (!shown) return null;
  return {
    speaker: text(speaker),
    text: shown,
    heard: text(heard) ?? shown,
    seconds: amount(seconds),
    ...(cut === true && { cut }),
  };
}

function anchorFrom(value: unknown): Anchor | null {
  const { words, heard, before, after, paragraph, seconds } = record(value);
  const shown = text(words);
  if (!shown) return null;
  return {
    words: shown,
    heard: text(heard) ?? shown,
    before: text(before) ?? "",
    after: text(after) ?? "",
    paragraph: Math.floor(amount(paragraph) ?? 0),
    seconds: amount(seconds),
  };
}

/** What an import would do. */
export interface ImportPlan {
  /** Quotes that are new. */
  added: SavedQuote[];
  /** Quotes that are here with another note or other tags, put together. */
  merged: SavedQuote[];
  /** How many are here as they are. */
  same: number;
}

/** Plans to put quotes together with those that are here; nothing of either side is lost. */
export function planImport(mine: readonly SavedQuote[], theirs: readonly SavedQuote[]): ImportPlan {
  const here = new Map(mine.map((quote) => [quote.id, quote]));
  const plan: ImportPlan = { added: [], merged: [], same: 0 };
  const incoming = new Map<string, SavedQuote>();
  for (const read of theirs) {
    // A file may hold a quote twice, and other words under an id that is taken.
    let { id } = read;
    while (isOther(here.get(id) ?? incoming.get(id), read)) id += "~";
    const quote = { ...read, id };
    incoming.set(id, together(incoming.get(id) ?? quote, quote));
  }
  for (const quote of incoming.values()) {
    const own = here.get(quote.id);
    if (!own) plan.added.push(quote);
    else {
      const both = together(own, quote);
      if (both.note === own.note && both.tags.length === own.tags.length) plan.same++;
      else plan.merged.push(both);
    }
  }
  return plan;
}

const isOther = (own: SavedQuote | undefined, quote: SavedQuote): boolean =>
  own !== undefined && (own.episodeId !== quote.episodeId || own.anchor.words !== quote.anchor.words);

function together(a: SavedQuote, b: SavedQuote): SavedQuote {
  const newer = b.changed > a.changed ? b : a;
  return {
    ...newer,
    note: bothNotes(a.note, b.note),
    tags: [...new Set([...a.tags, ...b.tags])],
    created: a.created < b.created ? a.created : b.created,
  };
}

function bothNotes(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  return `${a}\n\n${b}`;
}
