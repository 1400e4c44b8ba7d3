import { foldTerm, TERM_PATTERN } from "../text/search-terms.ts";

/** Filters of a query. Values of one filter are alternatives; different filters must all hold. */
export interface SearchFilters {
  show: string[];
  speaker: string[];
  /** Episodes by words of the title, by number or by id. */
  in: string[];
  /** Complete or partial ISO dates: "2019", "2019-08". */
  before: string[];
  after: string[];
}

/** Filter names as they are typed. */
const FILTER_NAMES = ["show", "speaker", "in", "before", "after"] as const satisfies (keyof SearchFilters)[];

/** The facts of an episode that filters test. */
export interface FilterableEpisode {
  id: string;
  show: string;
  number: number | null;
  title: string;
  hosts: readonly string[];
  guests: readonly string[];
  /** ISO date; null if unknown. */
  published: string | null;
}

const PARTIAL_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const FILTER_PATTERN = /(?<=^|\s)(show|speaker|in|before|after):(?:["“”„]([^"“”„]*)(?:["“”„]|$)|(\S*))/gi;

/** Extracts the filters of a query. Invalid dates and filters without a value are dropped. */
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
/** True if a text has the words of a value in order; the last one may be a prefix. */
const hasWords = (text: string, value: string) => normalizeWords(text).includes(normalizeWords(value));

/** True if an episode passes the filters. `speaker` tests who takes part, not who says a passage. */
export function matchesFilters(filters: SearchFilters, episode: FilterableEpisode): boolean {
  const { id, show, number, title, hosts, guests, published } = episode;
  const isAllowed = (values: readonly string[], test: (value: string) => boolean) =>
    !values.length || values.some(test);
  return (
    isAllowed(filters.show, (value) => hasWords(show, value)) &&
    isAllowed(filters.in, (value) => id === value || String(number) === value || hasWords(title, value)) &&
    isAllowed(filters.speaker, (value) => [...hosts, ...guests].some((name) => hasWords(name, value))) &&
    filters.before.every((date) => published !== null && published < date) &&
    filters.after.every((date) => published !== null && published >= date)
  );
}

/** True if a person passes the `speaker` filter. */
export const matchesSpeaker = ({ speaker }: SearchFilters, name: string | null): boolean =>
  !speaker.length || (name !== null && speaker.some((value) => hasWords(name, value)));

/** True if any filter is set. */
export const hasFilters = (filters: SearchFilters): boolean =>
  FILTER_NAMES.some((name) => filters[name].length > 0);

/** An unfinished filter at the end of a query. */
export interface OpenFilter {
  name: "show" | "speaker" | "in";
  /** The beginning of the value, as typed. */
  value: string;
  /** The query before the filter. */
  before: string;
}

/** Parses the unfinished filter at the end of a query; null if there is none. */
export function parseOpenFilter(typed: string): OpenFilter | null {
  const filter = /(?:^|\s)(show|speaker|in):["“]?([^"“”:]*)$/i.exec(typed);
  if (!filter) return null;
  return {
    name: filter[1]!.toLowerCase() as OpenFilter["name"],
    value: filter[2]!,
    before: typed.slice(0, typed.length - filter[0].trimStart().length),
  };
}
