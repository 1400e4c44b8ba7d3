import type { LibraryEpisode } from "../../utils/library/library-model.ts";
import type { Failure, Result } from "../../utils/shared/result.ts";
import type { EpisodeOrder } from "./order-episodes.ts";

/** Kinds of files in which transcripts are exported. */
export type TranscriptExportKind = "markdown" | "json";

/** Bytes in the browser's storage. */
export interface StorageUse {
  /** Of the reader's own episodes. */
  library: number;
  /** Of everything that the extension stores; null where the browser does not tell. */
  used: number | null;
  /** What the browser grants the extension. */
  quota: number | null;
}

/** The episodes that could be loaded, and why others are missing. */
export interface LoadedEpisodes {
  episodes: readonly LibraryEpisode[];
  failure: Failure | null;
}

/** What the library page needs of the browser, the store and the settings. */
export interface LibraryPorts {
  loadEpisodes: () => Promise<LoadedEpisodes>;
  /** Calls back when episodes were added or removed, on whatever page. */
  watchLibrary: (onChange: () => void, signal: AbortSignal) => void;
  /** Runs a task in the browser's idle time. */
  scheduleIdle: (task: () => void) => void;
  saveOrder: (order: EpisodeOrder) => Promise<void>;
  /** Takes the reader's own episodes out of the library. */
  removeEpisodes: (ids: readonly string[]) => Promise<Result<null>>;
  /** Brings removed episodes back. */
  restoreEpisodes: (ids: readonly string[]) => Promise<Result<null>>;
  /**
   * Saves the transcripts of episodes as one file.
   * @returns How many of them could be read; without any, there is no file.
   */
  exportEpisodes: (kind: TranscriptExportKind, episodes: readonly LibraryEpisode[]) => Promise<number>;
  measureStorage: () => Promise<StorageUse>;
}
