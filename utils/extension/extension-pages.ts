import { browser } from "wxt/browser";

/** Opens the page that searches with room to read. */
export async function openLibraryPage(query: string): Promise<void> {
  const hash = query ? `#${new URLSearchParams({ q: query })}` : "";
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html${hash}` as "/library.html") });
}

/** Opens the list of saved quotes. */
export async function openQuotesPage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("/quotes.html" as "/library.html") });
}
