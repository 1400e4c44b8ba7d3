import { onlySpeaker, timeText, turnsOf, wordsOf, type Quote } from "../quote.ts";

/** A reader's own format: text with names in double braces. */

/** What each name stands for; empty where it is unknown. */
const VALUES: { [name: string]: (quote: Quote, asHeard: boolean) => string } = {
  quote: (quote, asHeard) => wordsOf(turnsOf(quote, asHeard)),
  speaker: (quote) => {
    const turns = turnsOf(quote);
    return onlySpeaker(turns) ?? [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))].join(", ");
  },
  episode: ({ episode }) => episode.title,
  show: ({ episode }) => episode.show,
  number: ({ episode }) => String(episode.number ?? ""),
  date: ({ episode }) => episode.published ?? "",
  time: ({ seconds, timing }) => timeText(seconds, timing),
  seconds: ({ seconds }) => (seconds === null ? "" : String(Math.floor(seconds))),
  url: ({ url }) => url ?? "",
  heard: (quote) => wordsOf(turnsOf(quote, true)),
};

/** Every name that a template may use. */
export const TEMPLATE_NAMES: readonly string[] = Object.keys(VALUES);

/** Longest template that is kept, in characters. */
export const LONGEST_TEMPLATE = 2000;

const NAME = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in a template that stand for nothing. */
export const unknownNames = (template: string): string[] => [
  ...new Set(
    [...template.matchAll(NAME)].flatMap(([, name = ""]) => (Object.hasOwn(VALUES, name) ? [] : name)),
  ),
];

/** A template with a quote put in; names that stand for nothing stay as they are. */
export const fillTemplate = (template: string, quote: Quote, asHeard: boolean): string =>
  template.replace(NAME, (whole, name: string) =>
    Object.hasOwn(VALUES, name) ? VALUES[name]!(quote, asHeard) : whole,
  );
