import { createShippedSearch } from "../library/shipped-search.ts";
import type { Searcher } from "../search/results/searcher.ts";
import type { Result } from "../shared/result.ts";
import { installedFiles } from "./installed-files.ts";
import { installedLibrary } from "./installed-library.ts";
import { corrections } from "./settings.ts";

/** Search over the library in the extension's package. */
export const installedSearch = createShippedSearch(installedFiles, installedLibrary);

/** Loads the search over all episodes as the reader has corrected them. */
export const loadCorrectedSearcher = async (): Promise<Result<Searcher>> =>
  installedSearch.loadSearcher(await corrections.get());
