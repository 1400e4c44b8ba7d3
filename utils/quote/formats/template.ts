import { getOnlySpeaker, formatQuoteTime, groupTurns, formatTurns, type Quote } from "../quote.ts";

/** The value of each placeholder; empty if unknown. */
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

/** Names that a template may contain in double braces: "{{speaker}}". */
export const TEMPLATE_NAMES: readonly string[] = Object.keys(TEMPLATE_VALUES);

/** Maximum length of a template in characters. */
export const MAX_TEMPLATE_LENGTH = 2000;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Finds names in a template that are no placeholders. */
export const findUnknownNames = (template: string): string[] => [
  ...new Set(
    [...template.matchAll(PLACEHOLDER)].flatMap(([, name = ""]) =>
      Object.hasOwn(TEMPLATE_VALUES, name) ? [] : name,
    ),
  ),
];

/** Fills a template with a quote. Unknown names stay as they are, and values are not filled again. */
export const fillTemplate = (template: string, quote: Quote, asHeard: boolean): string =>
  template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(TEMPLATE_VALUES, name) ? TEMPLATE_VALUES[name]!(quote, asHeard) : whole,
  );
