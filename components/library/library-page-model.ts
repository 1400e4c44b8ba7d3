import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { LibraryEpisode } from "../../utils/library/library-model.ts";
import type { Failure } from "../../utils/shared/result.ts";
import { createEpisodeSelection, type EpisodeSelection } from "./episode-selection.ts";
import type { LibraryPorts, LoadedEpisodes, StorageUse, TranscriptExportKind } from "./library-ports.ts";
import { sortRows, toRows, type EpisodeOrder, type ListedEpisode } from "./order-episodes.ts";

/** Episodes listed above the moments of a query. */
const MAX_FOUND_EPISODES = 5;

/** The outcome of an action, to be announced. */
export type LibraryOutcome =
  | { kind: "restored" }
  | { kind: "exported"; count: number; total: number }
  | { kind: "failed"; reason: Failure };

/** State and actions of the library page. */
export interface LibraryPageModel {
  order: ReadonlySignal<EpisodeOrder>;
  /** The rows to list: all episodes, or those that match the query. */
  rows: ReadonlySignal<readonly ListedEpisode[]>;
  /** How many episodes the library has; null until all are loaded. */
  totalCount: ReadonlySignal<number | null>;
  /** The library can be read and has none of the reader's own episodes. */
  hasNoOwn: ReadonlySignal<boolean>;
  /** Episodes that match the query; null without one. */
  foundCount: ReadonlySignal<number | null>;
  /** Why the reader's own episodes are missing. */
  failure: ReadonlySignal<Failure | null>;
  selection: EpisodeSelection;
  /** Selected episodes that are the reader's own. Those that ship cannot be removed. */
  removableCount: ReadonlySignal<number>;
  /** How many episodes were removed last and can be brought back. */
  removedCount: ReadonlySignal<number>;
  /** Null until it is measured. */
  storage: ReadonlySignal<StorageUse | null>;
  /** The newest outcome; a new object each time. */
  outcome: ReadonlySignal<LibraryOutcome | null>;
  setOrder: (order: EpisodeOrder) => void;
  /** Lists every episode that matches the query. */
  showAllFound: () => void;
  /** Removes the selected episodes, or this one where none is selected. */
  remove: (focused?: string) => void;
  /** Brings back what was removed last. */
  undoRemove: () => void;
  /** Stops offering to bring episodes back. */
  dismissUndo: () => void;
  exportSelected: (kind: TranscriptExportKind) => void;
  /** Reads the library again. */
  reload: () => void;
}

/** What the page reads before it draws anything. */
export interface FirstEpisodes extends LoadedEpisodes {
  order: EpisodeOrder;
  /** False where `episodes` are only the first screen of them. */
  isComplete: boolean;
}

/**
 * Creates the model of the library page.
 * @param found Episodes that match the query, best first; null without a query.
 * @param language BCP 47 tag of the interface.
 * @param until Ends all subscriptions.
 */
export function createLibraryPageModel(
  ports: LibraryPorts,
  found: ReadonlySignal<readonly LibraryEpisode[] | null>,
  first: FirstEpisodes,
  language: string,
  until: AbortSignal,
): LibraryPageModel {
  const loaded = signal<LoadedEpisodes>(first);
  const totalCount = signal(first.isComplete ? first.episodes.length : null);
  const order = signal(first.order);
  const expandedQuery = signal<readonly LibraryEpisode[] | null>(null);
  const removed = signal<readonly string[]>([]);
  const storage = signal<StorageUse | null>(null);
  const outcome = signal<LibraryOutcome | null>(null);

  const byId = computed(() => new Map(loaded.value.episodes.map((episode) => [episode.id, episode])));
  const sorted = computed(() => sortRows(loaded.value.episodes, order.value, language));
  const rows = computed(() => {
    if (!found.value) return sorted.value;
    const isExpanded = expandedQuery.value === found.value;
    return toRows(isExpanded ? found.value : found.value.slice(0, MAX_FOUND_EPISODES));
  });
  const selection = createEpisodeSelection(computed(() => rows.value.map(({ episode }) => episode.id)));
  const selected = computed(() => [...selection.ids.value].flatMap((id) => byId.value.get(id) ?? []));
  const isRemovable = ({ added }: LibraryEpisode) => added !== undefined;

  let isLoading = false;
  let isOutdated = false;
  /** Many changes in a row lead to one more read. */
  const load = async () => {
    isOutdated = true;
    if (isLoading) return;
    isLoading = true;
    while (isOutdated && !until.aborted) {
      isOutdated = false;
      const next = await ports.loadEpisodes();
      loaded.value = next;
      totalCount.value = next.episodes.length;
      selection.retain(new Set(next.episodes.map(({ id }) => id)));
      storage.value = await ports.measureStorage();
    }
    isLoading = false;
  };
  const announceFailure = (reason: Failure) => {
    outcome.value = { kind: "failed", reason };
  };
  // Ten thousand episodes take a while to arrive; the first screen does not wait for them.
  ports.scheduleIdle(() => void load());
  ports.watchLibrary(() => void load(), until);

  return {
    order,
    rows,
    totalCount,
    hasNoOwn: computed(() => !loaded.value.failure && !loaded.value.episodes.some(isRemovable)),
    foundCount: computed(() => found.value?.length ?? null),
    failure: computed(() => loaded.value.failure),
    selection,
    removableCount: computed(() => selected.value.filter(isRemovable).length),
    removedCount: computed(() => removed.value.length),
    storage,
    outcome,
    setOrder(next) {
      order.value = next;
      void ports.saveOrder(next);
    },
    showAllFound() {
      expandedQuery.value = found.value;
    },
    remove(focused) {
      const focusedEpisode = focused === undefined ? undefined : byId.value.get(focused);
      const episodes = selection.count.value ? selected.value : focusedEpisode ? [focusedEpisode] : [];
      const ids = episodes.filter(isRemovable).map(({ id }) => id);
      if (!ids.length) return;
      void ports.removeEpisodes(ids).then((result) => {
        // A removal that stopped halfway can be undone as a whole, too.
        removed.value = ids;
        if (!result.ok) announceFailure(result.reason);
      });
    },
    undoRemove() {
      const ids = removed.value;
      void ports.restoreEpisodes(ids).then((result) => {
        if (!result.ok) return announceFailure(result.reason);
        removed.value = [];
        outcome.value = { kind: "restored" };
      });
    },
    dismissUndo() {
      removed.value = [];
    },
    exportSelected(kind) {
      const episodes = selected.value;
      void ports.exportEpisodes(kind, episodes).then((count) => {
        outcome.value = { kind: "exported", count, total: episodes.length };
      });
    },
    reload: () => void load(),
  };
}
