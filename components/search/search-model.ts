import { batch, computed, effect, type ReadonlySignal } from "@preact/signals";
import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import type { FilterCompletion } from "../../utils/library/catalog-search.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { groupMoments, takeMoments } from "../../utils/search/results/group-moments.ts";
import type { Searcher } from "../../utils/search/results/searcher.ts";
import type { Failure, Result } from "../../utils/shared/result.ts";
import { sortNewestFirst } from "../../utils/shared/sort-newest-first.ts";
import { createSearchActions, resolveTab, type SearchActions } from "./search-actions.ts";
import type { SearchPorts } from "./search-ports.ts";
import { createSearchState, type SearchOutcome } from "./search-state.ts";
import type { ShownAnswer, ShownEpisodes } from "./shown-answer.ts";

/** Passages read per moment: neighbouring passages become one moment. */
const PASSAGES_PER_MOMENT = 5;
/** Episodes listed before anything is typed. */
const MAX_LISTED_EPISODES = 8;
/** Episodes listed above the moments of a query. */
const MAX_FOUND_EPISODES = 3;

/** State and actions of the search over all episodes. */
export interface SearchModel extends SearchActions {
  query: ReadonlySignal<string>;
  hasQuery: ReadonlySignal<boolean>;
  /** Null before the first answer and after a search that failed. */
  answer: ReadonlySignal<ShownAnswer | null>;
  /** The last search threw an error. */
  hasFailed: ReadonlySignal<boolean>;
  /** Why the library cannot be searched at all. */
  failure: ReadonlySignal<Failure | null>;
  /** Progress of an index that is being rebuilt, from 0 to 1. */
  building: ReadonlySignal<number | null>;
  /** Without a query the newest episodes, otherwise those that match it. */
  episodes: ReadonlySignal<ShownEpisodes>;
  /** All episodes that match the query, best first; null without a query. */
  foundEpisodes: ReadonlySignal<readonly CatalogEpisode[] | null>;
  /** Episodes of the library. */
  catalog: ReadonlySignal<readonly CatalogEpisode[]>;
  completions: ReadonlySignal<readonly FilterCompletion[]>;
  recentSearches: ReadonlySignal<readonly string[]>;
  /** Null until it is known. */
  tab: ReadonlySignal<CurrentTab | null>;
  /** The episode of the page that the popup was opened on. */
  currentEpisode: ReadonlySignal<CatalogEpisode | null>;
  isCurrentFirst: ReadonlySignal<boolean>;
  defaultFormat: ReadonlySignal<QuoteFormat | null>;
  /** The newest outcome; a new object each time. */
  outcome: ReadonlySignal<{ outcome: SearchOutcome } | null>;
  quotesPageUrl: string;
  /** Address of the library page, with the query if there is one. */
  libraryUrl: ReadonlySignal<string>;
}

/**
 * Creates the model of the search in the popup and on the library page.
 * @param until Ends all subscriptions.
 * @example
 * const model = createSearchModel(ports, new AbortController().signal, "notation");
 * render(<SearchApp model={model} />, document.body);
 */
export function createSearchModel(ports: SearchPorts, until: AbortSignal, initialQuery = ""): SearchModel {
  const state = createSearchState(initialQuery);
  const { query, catalogResult, searcherResult, response, hasFailed, episodeSearch } = state;

  const catalog = computed(() => (catalogResult.value?.ok ? catalogResult.value.value : NO_EPISODES));
  const episodesById = computed(() => new Map(catalog.value.map((episode) => [episode.id, episode])));
  const newest = computed(() => sortNewestFirst(catalog.value));
  const hasQuery = computed(() => query.value.trim() !== "");
  const currentEpisode = computed(() => {
    const tab = state.tab.value;
    return tab?.kind === "page" && tab.match.kind === "episode" ? tab.match.episode : null;
  });
  const preferredEpisode = computed(() =>
    state.isCurrentFirst.value ? (currentEpisode.value?.id ?? null) : null,
  );
  const passageLimit = computed(() => state.momentLimit.value * PASSAGES_PER_MOMENT);

  const answer = computed((): ShownAnswer | null => {
    if (!response.value) return null;
    const all = groupMoments(response.value.results, preferredEpisode.value);
    const momentCount = all.reduce((sum, { moments }) => sum + moments.length, 0);
    const limit = state.momentLimit.value;
    const isComplete = response.value.total <= passageLimit.value;
    return {
      groups: takeMoments(all, limit),
      momentCount,
      shownCount: Math.min(limit, momentCount),
      totalCount: isComplete ? momentCount : response.value.total,
      hasMore: momentCount > limit || !isComplete,
      response: response.value,
    };
  });
  const found = computed((): CatalogEpisode[] => {
    if (!hasQuery.value) return newest.value;
    const ids = episodeSearch.value?.search(query.value) ?? [];
    return ids.flatMap((id) => episodesById.value.get(id) ?? []);
  });
  const episodes = computed((): ShownEpisodes => {
    const limit = hasQuery.value ? MAX_FOUND_EPISODES : MAX_LISTED_EPISODES;
    return {
      episodes: found.value.slice(0, limit + state.moreEpisodes.value),
      totalCount: found.value.length,
    };
  });

  const loadSearcher = async () => {
    try {
      searcherResult.value = await ports.loadSearcher();
    } catch {
      batch(() => {
        response.value = null;
        hasFailed.value = true;
      });
    }
  };
  /** The answer to the previous query stays until the next one is there. */
  const search = async (searcher: Searcher, isStale: () => boolean) => {
    const options = {
      limit: passageLimit.value,
      includeBoilerplate: state.includesBoilerplate.value,
      preferredEpisode: preferredEpisode.value,
      episodes: catalog.value,
    };
    const next = await searcher.search(query.value, options).catch(() => null);
    if (isStale()) return;
    batch(() => {
      response.value = next;
      hasFailed.value = next === null;
    });
    // A failure here repeats itself in the next search, which reports it.
    ports.scheduleIdle(() => void searcher.warm().catch(() => null));
  };

  const disposers = [
    effect(() => {
      const searcher = searcherResult.value;
      if (!searcher?.ok) return undefined;
      let isStale = false;
      void search(searcher.value, () => isStale);
      return () => {
        isStale = true;
      };
    }),
    effect(() => {
      // The search over episodes waits until transcripts were searched or episodes listed.
      if (!catalog.value.length || (hasQuery.value && !response.value && !hasFailed.value)) return;
      state.loadEpisodeSearch(ports, catalog.value, until);
    }),
  ];
  until.addEventListener("abort", () => disposers.forEach((dispose) => dispose()), { once: true });

  const loadLibrary = () => {
    void ports.loadCatalog().then((result) => (catalogResult.value = result));
    void loadSearcher();
  };
  loadLibrary();
  ports.watchLibrary(loadLibrary, until);
  ports.watchIndexBuild((share) => (state.building.value = share < 1 ? share : null), until);
  void ports.readRecentSearches().then((all) => (state.recentSearches.value = all));
  void ports.readDefaultFormat().then((format) => (state.defaultFormat.value = format));
  void resolveTab(ports, state);

  return {
    query,
    hasQuery,
    answer,
    hasFailed,
    failure: computed(() => getFailure(catalogResult.value) ?? getFailure(searcherResult.value)),
    building: state.building,
    episodes,
    foundEpisodes: computed(() => (hasQuery.value ? found.value : null)),
    catalog,
    completions: computed(() => episodeSearch.value?.suggest(query.value) ?? []),
    recentSearches: computed(() => (hasQuery.value ? [] : state.recentSearches.value)),
    tab: state.tab,
    currentEpisode,
    isCurrentFirst: state.isCurrentFirst,
    defaultFormat: state.defaultFormat,
    outcome: state.outcome,
    quotesPageUrl: ports.quotesPageUrl,
    libraryUrl: computed(() => ports.getLibraryUrl(hasQuery.value ? query.value : "")),
    ...createSearchActions(ports, state, { hasQuery, answer, episodes, loadSearcher }),
  };
}

const NO_EPISODES: readonly CatalogEpisode[] = [];
const getFailure = (result: Result<unknown> | null): Failure | null =>
  result && !result.ok ? result.reason : null;
