import { batch, type ReadonlySignal } from "@preact/signals";
import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { SearchResult } from "../../utils/search/results/searcher.ts";
import type { Result } from "../../utils/shared/result.ts";
import type { ShownAnswer, ShownEpisodes } from "./shown-answer.ts";
import type { SearchPorts } from "./search-ports.ts";
import { EPISODE_PAGE_SIZE, PAGE_SIZE, type SearchOutcome, type SearchState } from "./search-state.ts";

/** What the reader can do in the search. */
export interface SearchActions {
  setQuery: (query: string) => void;
  setCurrentFirst: (isFirst: boolean) => void;
  showMore: () => void;
  showMoreEpisodes: () => void;
  /** Includes adverts, opening and closing words. */
  showBoilerplate: () => void;
  /** Searches again after a search that failed. */
  retry: () => void;
  clearRecentSearches: () => void;
  requestAccess: (hosts: string[]) => void;
  open: (result: SearchResult, newTab: boolean) => void;
  openEpisode: (episode: CatalogEpisode, newTab: boolean) => void;
  /** Opens the first entry of the list, if there is one. */
  openFirst: (newTab: boolean) => void;
  copy: (result: SearchResult, format?: QuoteFormat) => void;
  /** Copies the result of a row, or the best one. */
  copyRow: (row: { episode: string; paragraphs: string } | null) => void;
  copyLink: (result: SearchResult) => void;
  save: (result: SearchResult) => void;
}

interface ActionContext {
  hasQuery: ReadonlySignal<boolean>;
  answer: ReadonlySignal<ShownAnswer | null>;
  episodes: ReadonlySignal<ShownEpisodes>;
  loadSearcher: () => Promise<void>;
}

/** Creates the actions of a search model. */
export function createSearchActions(
  ports: SearchPorts,
  state: SearchState,
  context: ActionContext,
): SearchActions {
  const { query, searcherResult } = state;
  const { hasQuery, answer, episodes, loadSearcher } = context;
  const announce = (outcome: SearchOutcome) => {
    state.outcome.value = { outcome };
  };
  const announceFailure = (result: Result<null>) => {
    if (!result.ok) announce(result.reason);
  };
  /** Remembers the query as one that led somewhere. */
  const addRecentSearch = async () => {
    if (hasQuery.value) state.recentSearches.value = await ports.addRecentSearch(query.value);
  };

  const actions: SearchActions = {
    setQuery(next) {
      batch(() => {
        query.value = next;
        state.momentLimit.value = PAGE_SIZE;
        state.moreEpisodes.value = 0;
        state.includesBoilerplate.value = false;
      });
      void ports.saveLastSearch(next);
    },
    setCurrentFirst: (isFirst) => (state.isCurrentFirst.value = isFirst),
    showMore: () => (state.momentLimit.value += PAGE_SIZE),
    showMoreEpisodes: () => (state.moreEpisodes.value += EPISODE_PAGE_SIZE),
    showBoilerplate: () => (state.includesBoilerplate.value = true),
    retry() {
      // The same searcher searches again, for the signal changes in between.
      searcherResult.value = null;
      void loadSearcher();
    },
    clearRecentSearches: () => void ports.clearRecentSearches().then(() => (state.recentSearches.value = [])),
    requestAccess: (hosts) => void ports.requestAccess(hosts).then(() => resolveTab(ports, state)),
    open(result, newTab) {
      void addRecentSearch();
      void ports.openResult(result, newTab).then(announceFailure);
    },
    openEpisode(episode, newTab) {
      void addRecentSearch();
      void ports.openEpisode(episode, newTab).then(announceFailure);
    },
    openFirst(newTab) {
      if (!hasQuery.value) return;
      const [episode] = episodes.value.episodes;
      const best = answer.value?.groups[0]?.moments[0]?.best;
      if (episode) actions.openEpisode(episode, newTab);
      else if (best) actions.open(best, newTab);
    },
    copy(result, format) {
      void addRecentSearch();
      void ports.copyQuote(result, format).then((copied) => announce(copied ? "quoteCopied" : "copyRefused"));
    },
    copyRow(row) {
      const results = (answer.value?.groups ?? []).flatMap(({ moments }) => moments.map(({ best }) => best));
      const isRow = ({ episode, paragraphs }: SearchResult) =>
        episode === row?.episode && paragraphs.join("-") === row.paragraphs;
      const result = row ? results.find(isRow) : results[0];
      if (result) actions.copy(result);
    },
    copyLink: (result) =>
      void ports.copyLink(result).then((copied) => announce(copied ? "linkCopied" : "copyRefused")),
    save: (result) =>
      void ports.saveQuote(result).then((saved) => announce(saved.ok ? "quoteSaved" : saved.reason)),
  };
  return actions;
}

/** Finds out what the current tab is. */
export async function resolveTab(ports: SearchPorts, state: SearchState): Promise<void> {
  if (!ports.resolveTab) return;
  state.tab.value = await ports.resolveTab().catch((): CurrentTab => ({ kind: "elsewhere" }));
}
