import { createLibrary } from "../library/library.ts";
import type { OwnEpisode } from "../library/library-model.ts";
import { createShippedLibrary } from "../library/shipped-library.ts";
import { createEpisodeStore } from "../store/episode-store.ts";
import { installedFiles } from "./installed-files.ts";

/** The episodes in the extension's package. */
export const shippedLibrary = createShippedLibrary(installedFiles);

/** The reader's own episodes, in the extension's database. */
export const ownEpisodes = createEpisodeStore<OwnEpisode>();

/** All episodes. */
export const installedLibrary = createLibrary(shippedLibrary, ownEpisodes);
