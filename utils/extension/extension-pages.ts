import { browser } from "wxt/browser";

/** Opens the library page, with a search if `query` is not empty. */
export async function openLibraryPage(query: string): Promise<void> {
  const hash = query ? `#${new URLSearchParams({ q: query })}` : "";
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html${hash}` as "/library.html") });
}

/** Opens the page of saved quotes. */
export async function openQuotesPage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("/quotes.html" as "/library.html") });
}
