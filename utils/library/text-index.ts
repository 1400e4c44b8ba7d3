import MiniSearch from "minisearch";
import { foldTerm, isStopWord, TERM_PATTERN } from "../search/text/search-terms.ts";

/** What makes a text index of one kind of item. */
export interface TextIndexDefinition<T> {
  /** The texts of an item, by field. */
  getFields: (item: T) => { [field: string]: string };
  /** How much a match in a field counts. Names every field. */
  boosts: { [field: string]: number };
  /** Splits a text into words. */
  splitWords: (text: string) => string[];
}

/**
 * An index that grows in short steps. Every search covers all items: those indexed so far are ranked, the others follow
 * from a plain scan.
 */
export interface TextIndex<T> {
  readonly items: readonly T[];
  /**
   * Indexes the next items, for about a millisecond.
   * @returns Whether all items are indexed.
   */
  indexBatch(): boolean;
  /** Items that have every word, best first. A query without a word finds nothing. */
  search(query: string): T[];
}

/** Items indexed per step. */
const BATCH_SIZE = 20;
/** A shorter word begins so many others that no ranking separates them. */
const MIN_RANKED_LETTERS = 3;

/**
 * The options of every MiniSearch index in Earmark.
 * - Words are folded as in the search over transcripts, and the same stop words are left out.
 * - Every word may be unfinished, for people type the beginnings of names.
 * - A word may have one mistyped letter from 4 letters on, and two from 6 on. Numbers are exact: 2018 is no misspelling
 *   of 2019.
 * @see https://lucaong.github.io/minisearch/types/MiniSearch.SearchOptions.html
 */
const TEXT_SEARCH_OPTIONS = {
  combineWith: "AND",
  processTerm: (word: string): string | null => (isStopWord(word) ? null : foldTerm(word)),
  prefix: true,
  fuzzy: (word: string): number | false =>
    /\d/.test(word) || word.length < 4 ? false : word.length < 6 ? 1 : 2,
} as const;

/** Words of letters and digits, as the search over transcripts splits them. */
export const splitTerms = (text: string): string[] => text.match(TERM_PATTERN) ?? [];

/**
 * Creates an index of items. Nothing is indexed until `indexBatch` is called.
 * @example
 * const index = createTextIndex(episodes, {
 *   getFields: ({ title }) => ({ title }),
 *   boosts: { title: 1 },
 *   splitWords: splitTerms,
 * });
 * while (!index.indexBatch());
 * index.search("baysian");
 */
export function createTextIndex<T>(items: readonly T[], definition: TextIndexDefinition<T>): TextIndex<T> {
  const { getFields, boosts, splitWords } = definition;
  const { combineWith, processTerm, prefix, fuzzy } = TEXT_SEARCH_OPTIONS;
  const index = new MiniSearch<{ position: number; fields: { [field: string]: string } }>({
    idField: "position",
    fields: Object.keys(boosts),
    extractField: ({ position, fields }, name) => (name === "position" ? position : fields[name]) as string,
    tokenize: splitWords,
    processTerm,
    searchOptions: { boost: boosts, combineWith, prefix },
  });
  const scanner = createScanner(items, (item) => splitWords(Object.values(getFields(item)).join("\n")));
  let indexedCount = 0;

  /** Ranks the items that have all words, and in their texts all parts. */
  const rank = (words: readonly string[], parts: readonly string[], isTolerant: boolean): number[] => {
    const test = parts.length ? memoizePositions((position) => scanner.hasAll(position, parts)) : null;
    return index
      .search(words.join(" "), {
        ...(isTolerant && { fuzzy }),
        // Items that are excluded here cost nothing further.
        ...(test && { boostDocument: (position: number) => Number(test(position)) }),
      })
      .map(({ id }) => id as number);
  };

  const find = (query: string): number[] => {
    const all = splitWords(query).map(foldTerm);
    if (!all.length) return [];
    const words = all.filter((word) => !isStopWord(word));
    const long = words.filter((word) => word.length >= MIN_RANKED_LETTERS);
    if (!long.length) return scanner.scanWithFallback(words.length ? words : all);
    const starts = words.filter((word) => word.length < MIN_RANKED_LETTERS).map(toWordStart);
    const exact = [...rank(long, starts, false), ...scanner.scan(words.map(toWordStart), indexedCount)];
    if (exact.length) return exact;
    const tolerant = rank(long, starts, true);
    return tolerant.length ? tolerant : scanner.scanWithFallback(words);
  };

  return {
    items,
    indexBatch() {
      if (!scanner.prepareBatch()) return false;
      const end = Math.min(items.length, indexedCount + BATCH_SIZE);
      for (; indexedCount < end; indexedCount++)
        index.add({ position: indexedCount, fields: getFields(items[indexedCount]!) });
      return indexedCount === items.length;
    },
    search: (query) => find(query).map((position) => items[position]!),
  };
}

/** Caches a test of positions. */
function memoizePositions(test: (position: number) => boolean): (position: number) => boolean {
  const results = new Map<number, boolean>();
  return (position) => {
    let result = results.get(position);
    if (result === undefined) results.set(position, (result = test(position)));
    return result;
  };
}

/** In the text of a scan, every word follows a space. */
const toWordStart = (word: string): string => ` ${word}`;

/** Searches items as plain texts. It answers before anything is indexed, and what an index of words cannot. */
function createScanner<T>(items: readonly T[], getWords: (item: T) => string[]) {
  const texts: string[] = [];
  const getText = (position: number): string =>
    (texts[position] ??= ` ${foldTerm(getWords(items[position]!).join(" "))}`);
  const hasAll = (position: number, parts: readonly string[]): boolean =>
    parts.every((part) => getText(position).includes(part));
  /** Positions from `start` on whose items have every part. */
  const scan = (parts: readonly string[], start: number): number[] => {
    const found: number[] = [];
    for (let position = start; position < items.length; position++)
      if (hasAll(position, parts)) found.push(position);
    return found;
  };
  return {
    hasAll,
    scan,
    /** Items with words that begin so, or else with these letters anywhere: 学习 is inside 机器学习. */
    scanWithFallback(words: readonly string[]): number[] {
      const found = scan(words.map(toWordStart), 0);
      return found.length ? found : scan(words, 0);
    },
    /**
     * Prepares the next texts.
     * @returns Whether all texts are prepared.
     */
    prepareBatch(): boolean {
      const end = Math.min(items.length, texts.length + BATCH_SIZE);
      while (texts.length < end) getText(texts.length);
      return texts.length === items.length;
    },
  };
}
