import "@preact/signals";
import { render } from "preact";
import { LibraryApp } from "../../components/library/LibraryApp.tsx";
import { createLibraryPageModel, type FirstEpisodes } from "../../components/library/library-page-model.ts";
import { createSearchModel } from "../../components/search/search-model.ts";
import { t } from "../../components/ui/i18n.ts";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { ownEpisodes } from "../../utils/extension/installed-library.ts";
import { libraryOrder } from "../../utils/extension/settings.ts";
import { scheduleIdle } from "../../utils/library/run-when-idle.ts";
import { createSearchPorts } from "../popup/create-search-ports.ts";
import { createLibraryPorts, loadEpisodes } from "./create-library-ports.ts";

/** Episodes that fill a screen. */
const FIRST_SCREEN_EPISODES = 40;

/** Starts the page with the first screen; the models read everything else afterwards. */
async function startLibrary(): Promise<void> {
  followSystemTheme(window);
  document.documentElement.lang = navigator.language;
  document.title = t("library.title");
  const first = await loadFirstEpisodes();
  // Words selected on a page or typed into the address bar come in the address.
  const query = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  // Nothing typed is searched at once; a query that came along is.
  const started = query ? Promise.resolve() : new Promise<void>(scheduleIdle);
  const searchPorts = createSearchPorts(false);
  // The models live as long as the page.
  const { signal } = new AbortController();
  const search = createSearchModel(
    {
      ...searchPorts,
      loadCatalog: () => started.then(searchPorts.loadCatalog),
      loadSearcher: () => started.then(searchPorts.loadSearcher),
    },
    signal,
    query,
  );
  const model = createLibraryPageModel(
    createLibraryPorts(),
    search.foundEpisodes,
    first,
    t("language"),
    signal,
  );
  render(<LibraryApp model={model} search={search} />, document.body);
}

async function loadFirstEpisodes(): Promise<FirstEpisodes> {
  const newest = loadEpisodes(FIRST_SCREEN_EPISODES);
  const [order, ownCount] = await Promise.all([libraryOrder.get(), ownEpisodes.count()]);
  const hasMore = ownCount.ok && ownCount.value > FIRST_SCREEN_EPISODES;
  // In every other order, the first screen depends on all episodes.
  const loaded = await (hasMore && order !== "newest" ? loadEpisodes() : newest);
  const missingCount = hasMore && order === "newest" ? ownCount.value - FIRST_SCREEN_EPISODES : 0;
  return { ...loaded, order, totalCount: loaded.episodes.length + missingCount };
}

void startLibrary();
