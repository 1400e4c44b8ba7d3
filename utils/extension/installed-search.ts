import { createLibrarySearch } from "../library/library-search.ts";
import { createOwnIndex } from "../library/own-index.ts";
import type { Searcher } from "../search/results/searcher.ts";
import type { Result } from "../shared/result.ts";
import { installedFiles } from "./installed-files.ts";
import { installedLibrary } from "./installed-library.ts";
import { shippedLibrary } from "./packaged-library.ts";
import { sendToBackground } from "./messages.ts";
import { corrections, libraryRevision } from "./settings.ts";

/** Reports an unreadable segment of the index. The background itself hears no message of its own. */
const requestRepair = (segment: number): void =>
  void sendToBackground("background.maintainIndex", { broken: [segment] }).catch(() => null);

/** Search over all episodes. */
export const installedSearch = createLibrarySearch({
  files: installedFiles,
  shipped: shippedLibrary,
  library: installedLibrary,
  ownIndex: createOwnIndex(requestRepair),
});

/** Loads the search over all episodes as the reader has corrected them. */
export async function loadCorrectedSearcher(): Promise<Result<Searcher>> {
  const [corrected, revision] = await Promise.all([corrections.get(), libraryRevision.get()]);
  return installedSearch.loadSearcher(corrected, revision);
}
