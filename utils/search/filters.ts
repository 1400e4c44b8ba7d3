import { foldTerm, TERM } from "./terms.ts";

/** What a query is narrowed down to. Of one kind any may hold, of several kinds each must. */
export interface Filters {
  show: string[];
  speaker: string[];
  /** Episodes, by words of their title, by number or by id. */
  in: string[];
  /** Dates, as far as they were typed: "2019", "2019-08". */
  before: string[];
  after: string[];
}

/** The names of the filters, as they are typed. */
export const FILTERS = ["show", "speaker", "in", "before", "after"] as const satisfies (keyof Filters)[];

/** What filters need to know of an episode. */
export interface Filtered {
  id: string;
  show: string;
  number: number | null;
  title: string;
  hosts: readonly string[];
  guests: readonly string[];
  /** Null where nobody knows. */
  published: string | null;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const FILTER = /(?<=^|\s)(show|speaker|in|before|after):(?:["“”„]([^"“”„]*)(?:["“”„]|$)|(\S*))/gi;

/** Takes the filters out of a query; a date that is none, and a filter without a value, narrow nothing. */
export function readFilters(typed: string): { filters: Filters; rest: string } {
  const filters: Filters = { show: [], speaker: [], in: [], before: [], after: [] };
  const rest = typed.replace(FILTER, (_, name: string, quoted?: string, bare?: string) => {
    const key = name.toLowerCase() as keyof Filters;
    const value = (quoted ?? bare ?? "").trim();
    const isDate = key === "before" || key === "after";
    if (value && (!isDate || DATE.test(value))) filters[key].push(value);
    return " ";
  });
  return { filters, rest };
}

const words = (text: string) => ` ${(text.match(TERM) ?? []).map(foldTerm).join(" ")}`;
/** Whether a text has the words of a value, the last of them as a beginning. */
const has = (text: string, value: string) => words(text).includes(words(value));

/** Whether an episode is one of those that are searched; who speaks in which passage is another matter. */
export function isIn(filters: Filters, episode: Filtered): boolean {
  const { id, show, number, title, hosts, guests, published } = episode;
  const any = (values: readonly string[], test: (value: string) => boolean) =>
    !values.length || values.some(test);
  return (
    any(filters.show, (value) => has(show, value)) &&
    any(filters.in, (value) => id === value || String(number) === value || has(title, value)) &&
    any(filters.speaker, (value) => [...hosts, ...guests].some((name) => has(name, value))) &&
    filters.before.every((date) => published !== null && published < date) &&
    filters.after.every((date) => published !== null && published >= date)
  );
}

/** Whether somebody is one of the speakers that are searched. */
export const isSpeaker = ({ speaker }: Filters, name: string | null): boolean =>
  !speaker.length || (name !== null && speaker.some((value) => has(name, value)));

/** True when a query is narrowed down at all. */
export const isNarrow = (filters: Filters): boolean => FILTERS.some((name) => filters[name].length > 0);

/** What may follow a filter that is being typed at the end of a query, and the query with it. */
export interface Completion {
  label: string;
  typed: string;
}

const MOST_COMPLETIONS = 6;

/** Values for the filter that is being typed; none when none is. */
export function completions(typed: string, episodes: readonly Filtered[]): Completion[] {
  const found = /(?:^|\s)(show|speaker|in):["“]?([^"“”:]*)$/i.exec(typed);
  if (!found) return [];
  const name = found[1]!.toLowerCase();
  const values = episodes.flatMap(({ show, title, hosts, guests }) =>
    name === "show" ? [show] : name === "in" ? [title] : [...hosts, ...guests],
  );
  const before = typed.slice(0, typed.length - found[0].trimStart().length);
  return [...new Set(values)]
    .filter((value) => has(value, found[2]!))
    .slice(0, MOST_COMPLETIONS)
    .map((value) => ({ label: value, typed: `${before}${name}:"${value}" ` }));
}
