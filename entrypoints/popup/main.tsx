import "@preact/signals";
import { render } from "preact";
import { SearchApp } from "../../components/search/SearchApp.tsx";
import { createSearchModel } from "../../components/search/search-model.ts";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { readLastSearch } from "../../utils/extension/search-history.ts";
import { shippedLibrary } from "../../utils/extension/packaged-library.ts";
import { installedSearch } from "../../utils/extension/installed-search.ts";
import { createSearchPorts } from "./create-search-ports.ts";

/** Starts the popup and, in a tab, the library page. */
async function startSearch(): Promise<void> {
  // Both files are read while the rest starts; later callers share the result.
  void shippedLibrary.loadCatalog();
  void installedSearch.loadIndex();
  followSystemTheme(window);
  document.documentElement.lang = navigator.language;
  // Words selected on a page or typed into the address bar come in the address.
  const linkedQuery = new URLSearchParams(location.hash.slice(1)).get("q");
  const query = linkedQuery ?? (await readLastSearch());
  const ports = createSearchPorts(location.pathname === "/popup.html");
  // The model lives as long as the page.
  const model = createSearchModel(ports, new AbortController().signal, query);
  render(<SearchApp model={model} />, document.body);
}

void startSearch();
