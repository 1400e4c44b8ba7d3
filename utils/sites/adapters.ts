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
