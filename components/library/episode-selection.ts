import { computed, signal, type ReadonlySignal } from "@preact/signals";

/** Selected episodes, by id, as files are selected in a file manager. */
export interface EpisodeSelection {
  ids: ReadonlySignal<ReadonlySet<string>>;
  count: ReadonlySignal<number>;
  /** Selects or deselects one episode. A range begins here. */
  toggle: (id: string) => void;
  /** Selects everything between the episode that was selected last and this one. */
  extendTo: (id: string) => void;
  selectAll: () => void;
  clear: () => void;
  /** Drops ids that are not among those given. */
  retain: (existing: ReadonlySet<string>) => void;
}

/**
 * Creates an empty selection.
 * @param shownIds Ids of the rows, in their order.
 */
export function createEpisodeSelection(shownIds: ReadonlySignal<readonly string[]>): EpisodeSelection {
  const ids = signal<ReadonlySet<string>>(new Set());
  let rangeStart: string | null = null;
  return {
    ids,
    count: computed(() => ids.value.size),
    toggle(id) {
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
      rangeStart = id;
    },
    extendTo(id) {
      const shown = shownIds.value;
      const end = shown.indexOf(id);
      const start = rangeStart === null ? end : shown.indexOf(rangeStart);
      rangeStart ??= id;
      const range = shown.slice(Math.min(start < 0 ? end : start, end), Math.max(start, end) + 1);
      ids.value = new Set([...ids.value, ...range]);
    },
    selectAll() {
      ids.value = new Set([...ids.value, ...shownIds.value]);
    },
    clear() {
      ids.value = new Set();
      rangeStart = null;
    },
    retain(existing) {
      const next = [...ids.value].filter((id) => existing.has(id));
      if (next.length < ids.value.size) ids.value = new Set(next);
    },
  };
}
