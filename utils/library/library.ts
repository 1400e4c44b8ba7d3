import { toFailure, toSuccess, type Result } from "../shared/result.ts";
import type { PageEpisode } from "../sites/site-adapter.ts";
import type { EpisodeStore } from "../store/episode-store.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode, OwnEpisode } from "./library-model.ts";
import { matchPage, type PageMatch } from "./match-page.ts";
import type { ShippedLibrary } from "./shipped-library.ts";

/** The episodes that ship, and the reader's own. Where the database of the latter fails, the others remain. */
export interface Library {
  /** Lists all episodes: the reader's own, the newest first, then those that ship. */
  listEpisodes(): Promise<Result<CatalogEpisode[]>>;
  /** Fails with "no-episode" for unknown ids. */
  findEpisode(id: string): Promise<Result<CatalogEpisode>>;
  /** Finds the episode of a page. */
  matchPage(page: PageEpisode | null): Promise<PageMatch>;
  /** Fails with "no-episode" for unknown ids. */
  loadTranscript(id: string): Promise<Result<Transcript>>;
}

/**
 * Joins shipped and own episodes; reads nothing before it is asked to.
 * @example
 * const library = createLibrary(shipped, createEpisodeStore<OwnEpisode>());
 * const transcript = await library.loadTranscript("youtube:J6XcP4JOHmk");
 */
export function createLibrary(shipped: ShippedLibrary, own: EpisodeStore<OwnEpisode>): Library {
  return {
    async listEpisodes() {
      const [added, catalog] = await Promise.all([own.list(), shipped.loadCatalog()]);
      return catalog.ok && added.ok ? toSuccess([...added.value, ...catalog.value]) : catalog;
    },
    async findEpisode(id) {
      const catalog = await shipped.loadCatalog();
      const shippedEpisode = catalog.ok && catalog.value.find((episode) => episode.id === id);
      if (shippedEpisode) return toSuccess(shippedEpisode);
      const episode = await own.get(id);
      if (!episode.ok) return episode;
      return episode.value ? toSuccess(episode.value) : toFailure("no-episode");
    },
    async matchPage(page) {
      const [catalog, shows] = await Promise.all([shipped.loadCatalog(), shipped.loadShows()]);
      const match = matchPage(catalog.ok ? catalog.value : [], shows.ok ? shows.value : [], page);
      if (match.kind === "episode" || !page) return match;
      const episode = await own.findByKey(page.key);
      return episode.ok && episode.value ? { kind: "episode", episode: episode.value } : match;
    },
    async loadTranscript(id) {
      const transcript = await shipped.loadTranscript(id);
      if (transcript.ok || transcript.reason !== "no-episode") return transcript;
      const text = await own.getText(id);
      if (!text.ok) return text;
      return text.value ? toSuccess(text.value.transcript) : toFailure("no-episode");
    },
  };
}
