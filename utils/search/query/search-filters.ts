import { foldTerm, TERM_PATTERN } from "../text/search-terms.ts";

/** What a query is narrowed down to. Of one kind any may hold, of several kinds each must. */
export interface SearchFilters {
  show: string[];
  speaker: string[];
  /** Episodes, by words of their title, by number or by id. */
  in: string[];
  /** Dates, as far as they were typed: "2019", "2019-08". */
  before: string[];
  after: string[];
}

/** The names of the filters, as they are typed. */
export const FILTER_NAMES = [
  "show",
  "speaker",
  "in",
  "before",
  "after",
] as const satisfies (keyof SearchFilters)[];

/** What filters need to know of an episode. */
export interface FilterableEpisode {
  id: string;
  show: string;
  number: number | null;
  title: string;
  hosts: readonly string[];
  guests: readonly string[];
  /** Null where nobody knows. */
  published: string | null;
}

const PARTIAL_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const FILTER_PATTERN = /(?<=^|\s)(show|speaker|in|before|after):(?:["“”„]([^"“”„]*)(?:["“”„]|$)|(\S*))/gi;

/** Takes the filters out of a query; a date that is none, and a filter without a value, narrow nothing. */
export function parseFilters(typed: string): { filters: SearchFilters; rest: string } {
  const filters: SearchFilters = { show: [], speaker: [], in: [], before: [], after: [] };
  const rest = typed.replace(FILTER_PATTERN, (_, name: string, quoted?: string, bare?: string) => {
    const key = name.toLowerCase() as keyof SearchFilters;
    const value = (quoted ?? bare ?? "").trim();
    const isDate = key === "before" || key === "after";
    if (value && (!isDate || PARTIAL_DATE.test(value))) filters[key].push(value);
    return " ";
  });
  return { filters, rest };
}

const normalizeWords = (text: string) => ` ${(text.match(TERM_PATTERN) ?? []).map(foldTerm).join(" ")}`;
/** Whether a text has the words of a value, the last of them as a beginning. */
const hasWords = (text: string, value: string) => normalizeWords(text).includes(normalizeWords(value));

/** Whether an episode is one of those that are searched; who speaks in which passage is another matter. */
export function matchesFilters(filters: SearchFilters, episode: FilterableEpisode): boolean {
  const { id, show, number, title, hosts, guests, published } = episode;
  const any = (values: readonly string[], test: (value: string) => boolean) =>
    !values.length || values.some(test);
  return (
    any(filters.show, (value) => hasWords(show, value)) &&
    any(filters.in, (value) => id === value || String(number) === value || hasWords(title, value)) &&
    any(filters.speaker, (value) => [...hosts, ...guests].some((name) => hasWords(name, value))) &&
    filters.before.every((date) => published !== null && published < date) &&
    filters.after.every((date) => published !== null && published >= date)
  );
}

/** Whether somebody is one of the speakers that are searched. */
export const matchesSpeaker = ({ speaker }: SearchFilters, name: string | null): boolean =>
  !speaker.length || (name !== null && speaker.some((value) => hasWords(name, value)));

/** True when a query is narrowed down at all. */
export const hasFilters = (filters: SearchFilters): boolean =>
  FILTER_NAMES.some((name) => filters[name].length > 0);

/** A filter at the end of a query whose value is being typed. */
export interface OpenFilter {
  name: "show" | "speaker" | "in";
  /** What is typed of the value. */
  value: string;
  /** The query before the filter. */
  before: string;
}

/** Reads the filter that is being typed at the end of a query; null where there is none. */
export function parseOpenFilter(typed: string): OpenFilter | null {
  const found = /(?:^|\s)(show|speaker|in):["“]?([^"“”:]*)$/i.exec(typed);
  if (!found) return null;
  return {
    name: found[1]!.toLowerCase() as OpenFilter["name"],
    value: found[2]!,
    before: typed.slice(0, typed.length - found[0].trimStart().length),
  };
}
