import { storage } from "wxt/utils/storage";
import type { Correction } from "./transcript/corrections.ts";

/** Sites on which the reader last had the panel open, by the adapter's name. */
export const openSites = storage.defineItem<{ [site: string]: boolean }>("local:openSites", {
  fallback: {},
  version: 1,
});

/** What the reader corrected in transcripts, in the order in which they did. */
export const corrections = storage.defineItem<Correction[]>("local:corrections", {
  fallback: [],
  version: 1,
});
