import "@preact/signals";
import { render } from "preact";
import { LibraryApp } from "../../components/library/LibraryApp.tsx";
import { createLibraryPageModel, type FirstEpisodes } from "../../components/library/library-page-model.ts";
import { createSearchModel } from "../../components/search/search-model.ts";
import { t } from "../../components/ui/i18n.ts";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { libraryOrder } from "../../utils/extension/settings.ts";
import { isOwnEpisode } from "../../utils/library/library-model.ts";
import { scheduleIdle } from "../../utils/library/run-when-idle.ts";
import { toSuccess } from "../../utils/shared/result.ts";
import { createSearchPorts } from "../popup/create-search-ports.ts";
import { createLibraryPorts, loadAllEpisodes, loadEpisodes } from "./create-library-ports.ts";

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
      loadCatalog: () => started.then(async () => toSuccess([...(await loadAllEpisodes()).episodes])),
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
  // Counting ten thousand episodes would take longer than everything else here.
  const newest = loadEpisodes(FIRST_SCREEN_EPISODES);
  const order = await libraryOrder.get();
  const first = await newest;
  const isComplete = first.episodes.filter(isOwnEpisode).length < FIRST_SCREEN_EPISODES;
  if (isComplete || order === "newest") return { ...first, order, isComplete };
  // In every other order, the first screen depends on all episodes.
  return { ...(await loadAllEpisodes()), order, isComplete: true };
}

void startLibrary();
