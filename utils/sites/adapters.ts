import { captivate } from "./captivate.ts";
import { hostOf } from "./key.ts";
import type { SiteAdapter } from "./page.ts";
import { showPage } from "./show-page.ts";
import { youtube } from "./youtube.ts";

/** Every site whose pages are read. */
export const ADAPTERS: readonly SiteAdapter[] = [youtube, captivate, showPage];

/** The adapter for a page; null where Earmark has nothing to do. */
export const adapterFor = (url: URL): SiteAdapter | null =>
  ADAPTERS.find((adapter) => adapter.matches(hostOf(url))) ?? null;

/** What the reader's choices are remembered by: YouTube as a whole, every show's own site by its host. */
export function siteOf(url: URL): string {
  const site = adapterFor(url)?.site;
  return site && site !== "show" ? site : hostOf(url);
}
