import { storage } from "wxt/utils/storage";
import type { Correction } from "./transcript/corrections.ts";
import type { Tap } from "./transcript/timing/shifts.ts";

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

/** Where the reader said "this line is now": by episode, then by site, in the order in which they did. */
export const taps = storage.defineItem<{ [episode: string]: { [site: string]: Tap[] } }>("local:taps", {
  fallback: {},
  version: 1,
});
