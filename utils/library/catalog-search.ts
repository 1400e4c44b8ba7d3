import { parseQuery } from "../search/query/parse-query.ts";
import {
  hasFilters,
  matchesFilters,
  parseFilters,
  parseOpenFilter,
  type OpenFilter,
} from "../search/query/search-filters.ts";
import { foldTerm } from "../search/text/search-terms.ts";
import { sortNewestFirst } from "../shared/sort-newest-first.ts";
import type { CatalogEpisode } from "./library-model.ts";
import { createTextIndex, splitTerms, type TextIndex } from "./text-index.ts";

/** What an episode is found by. */
export interface CatalogEntry extends Pick<
  CatalogEpisode,
  "id" | "title" | "show" | "number" | "hosts" | "guests" | "published" | "recorded"
> {
  /** Show notes and the names in them; empty where there are none. */
  notes: string;
}

/** A value for the filter that is being typed, and the query with it. */
export interface FilterCompletion {
  label: string;
  query: string;
}

interface FilterValue {
  filter: OpenFilter["name"];
  value: string;
}

/** Finds episodes, and values for filters. */
export interface CatalogIndex {
  entries: readonly CatalogEntry[];
  episodes: TextIndex<CatalogEntry>;
  filterValues: TextIndex<FilterValue>;
  /**
   * Indexes the next episodes, for about a millisecond. Both searches give full answers meanwhile.
   * @returns Whether everything is indexed.
   */
  indexBatch: () => boolean;
}

/**
 * Boosts of the fields of an episode.
 * - People and the title are what listeners remember.
 * - Every episode of a show has its name, so it tells less; the same holds for a year.
 * - Notes name whoever is only mentioned: a guest comes before a mention.
 */
const CATALOG_BOOSTS = { title: 4, people: 4, show: 2, date: 2, notes: 0.5 };

const MAX_COMPLETIONS = 6;

/** A date is one word, so that "2019-08" finds August and no eighth of a month. */
const DATE_OR_TERM = /\d{4}-\d{2}(?:-\d{2})?|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const splitDatesAndTerms = (text: string): string[] => text.match(DATE_OR_TERM) ?? [];

/** An excluded word or phrase, as `parseQuery` reads it. */
const EXCLUDED_PATTERN = /(?<=^|\s)-(?:["“”„«»][^"“”„«»]*["“”„«»]?|(?=[\p{L}\p{N}])\S+)/gu;

/**
 * Creates the index of a catalog. Nothing is indexed until `indexBatch` is called.
 * @param languages BCP 47 tags of the languages in which months are found by name.
 * @example
 * const index = createCatalogIndex(entries, ["en", "de"]);
 * while (!index.indexBatch());
 * searchCatalog(index, "jeremy howard 2019");
 */
export function createCatalogIndex(
  entries: readonly CatalogEntry[],
  languages: readonly string[] = ["en"],
): CatalogIndex {
  const formatDate = createDateFormatter(languages);
  const sorted = sortNewestFirst(entries);
  const episodes = createTextIndex(sorted, {
    getFields: ({ title, hosts, guests, show, number, published, recorded, notes }) => ({
      title,
      people: [...guests, ...hosts].join("\n"),
      show: number === null ? show : `${show} ${number}`,
      date: formatDate(published ?? recorded ?? null),
      notes,
    }),
    boosts: CATALOG_BOOSTS,
    splitWords: splitDatesAndTerms,
  });
  const filterValues = createTextIndex(collectFilterValues(sorted), {
    getFields: ({ value }) => ({ value }),
    boosts: { value: 1 },
    splitWords: splitTerms,
  });
  return {
    entries: sorted,
    episodes,
    filterValues,
    indexBatch: () => filterValues.indexBatch() && episodes.indexBatch(),
  };
}

/**
 * Finds episodes by title, show, people, date and notes, best first. Filters and excluded words count as in the search
 * over transcripts. Filters alone find all their episodes, the newest first.
 */
export function searchCatalog({ entries, episodes }: CatalogIndex, query: string): CatalogEntry[] {
  const { filters, rest } = parseFilters(query);
  const wanted = rest.replace(EXCLUDED_PATTERN, " ");
  const isAnyWordWanted = splitTerms(wanted).length > 0;
  if (!isAnyWordWanted && !hasFilters(filters)) return [];
  const { excluded } = parseQuery(query);
  return (isAnyWordWanted ? episodes.search(wanted) : entries).filter(
    (entry) =>
      matchesFilters(filters, entry) && !excluded.some(({ words }) => hasPhrase(entry, words.join(" "))),
  );
}

/** Suggests values for the filter at the end of a query; none where no filter is being typed. */
export function suggestFilterValues({ filterValues }: CatalogIndex, query: string): FilterCompletion[] {
  const open = parseOpenFilter(query);
  if (!open) return [];
  const found = splitTerms(open.value).length ? filterValues.search(open.value) : filterValues.items;
  return found
    .filter(({ filter }) => filter === open.name)
    .slice(0, MAX_COMPLETIONS)
    .map(({ value }) => ({ label: value, query: `${open.before}${open.name}:"${value}" ` }));
}

function collectFilterValues(entries: readonly CatalogEntry[]): FilterValue[] {
  const collect = (filter: FilterValue["filter"], values: Iterable<string>) =>
    [...new Set(values)].map((value) => ({ filter, value }));
  return [
    ...collect(
      "show",
      entries.map(({ show }) => show),
    ),
    ...collect(
      "speaker",
      entries.flatMap(({ guests, hosts }) => [...guests, ...hosts]),
    ),
    ...collect(
      "in",
      entries.map(({ title }) => title),
    ),
  ];
}

const hasPhrase = ({ title, show, hosts, guests }: CatalogEntry, phrase: string): boolean => {
  const words = splitTerms([title, show, ...hosts, ...guests].join("\n")).map(foldTerm);
  return ` ${words.join(" ")} `.includes(` ${phrase} `);
};

/** Writes a date as it may be typed: "2019-08-27 27 August 2019", with the month in each language. */
function createDateFormatter(languages: readonly string[]): (date: string | null) => string {
  const months = languages.map(
    (language) => new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }),
  );
  const names = Array.from({ length: 12 }, (_, month) =>
    [...new Set(months.map((format) => format.format(Date.UTC(2000, month))))].join(" "),
  );
  return (date) => {
    if (!date) return "";
    const [year, month, day] = date.split("-");
    return [date, Number(day) || "", names[Number(month) - 1] ?? "", year].join(" ");
  };
}
