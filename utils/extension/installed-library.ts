import { createLibrary } from "../library/library.ts";
import type { OwnEpisode } from "../library/library-model.ts";
import { createEpisodeStore } from "../store/episode-store.ts";
import { shippedLibrary } from "./packaged-library.ts";

/** The reader's own episodes, in the extension's database. */
export const ownEpisodes = createEpisodeStore<OwnEpisode>();

/** All episodes. */
export const installedLibrary = createLibrary(shippedLibrary, ownEpisodes);
