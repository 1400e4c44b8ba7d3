import { getOnlySpeaker, formatQuoteTime, groupTurns, formatTurns, type Quote } from "../quote.ts";

/** A reader's own format: text with names in double braces. */

/** What each name stands for; empty where it is unknown. */
const TEMPLATE_VALUES: { [name: string]: (quote: Quote, asHeard: boolean) => string } = {
  quote: (quote, asHeard) => formatTurns(groupTurns(quote, asHeard)),
  speaker: (quote) => {
    const turns = groupTurns(quote);
    return getOnlySpeaker(turns) ?? [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))].join(", ");
  },
  episode: ({ episode }) => episode.title,
  show: ({ episode }) => episode.show,
  number: ({ episode }) => String(episode.number ?? ""),
  date: ({ episode }) => episode.published ?? "",
  time: ({ seconds, timing }) => formatQuoteTime(seconds, timing),
  seconds: ({ seconds }) => (seconds === null ? "" : String(Math.floor(seconds))),
  url: ({ url }) => url ?? "",
  heard: (quote) => formatTurns(groupTurns(quote, true)),
};

/** Every name that a template may use. */
export const TEMPLATE_NAMES: readonly string[] = Object.keys(TEMPLATE_VALUES);

/** Longest template that is kept, in characters. */
export const MAX_TEMPLATE_LENGTH = 2000;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in a template that stand for nothing. */
export const findUnknownNames = (template: string): string[] => [
  ...new Set(
    [...template.matchAll(PLACEHOLDER)].flatMap(([, name = ""]) =>
      Object.hasOwn(TEMPLATE_VALUES, name) ? [] : name,
    ),
  ),
];

/** A template with a quote put in; names that stand for nothing stay as they are. */
export const fillTemplate = (template: string, quote: Quote, asHeard: boolean): string =>
  template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(TEMPLATE_VALUES, name) ? TEMPLATE_VALUES[name]!(quote, asHeard) : whole,
  );
