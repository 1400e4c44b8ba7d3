import { storage } from "wxt/utils/storage";
import { WRITING, type Writing } from "./quote/formats/writing.ts";
import type { Correction } from "./transcript/corrections.ts";
import type { SyncPoint } from "./transcript/timing/shifts.ts";

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
export const taps = storage.defineItem<{ [episode: string]: { [site: string]: SyncPoint[] } }>("local:taps", {
  fallback: {},
  version: 1,
});

/** How the reader wants the text to look. */
export interface Reading {
  /** Of the letters, in px. */
  size: number;
  /** "auto" is the page's or the system's. */
  theme: "auto" | "light" | "sepia" | "dark";
  face: "sans" | "serif";
  /** Between lines. */
  spacing: "tight" | "normal" | "wide";
  /** Of lines, where there is room. */
  width: "narrow" | "normal" | "full";
}

export const READING: Reading = { size: 15, theme: "auto", face: "sans", spacing: "normal", width: "normal" };

/** The same on every site. */
export const reading = storage.defineItem<Reading>("local:reading", { fallback: READING, version: 1 });

/** Where the panel is and when it comes. */
export interface Placing {
  /** On a site on which the reader has neither opened nor closed it yet. */
  first: "tab" | "open";
  /** While something fills the screen. */
  fullscreen: "hidden" | "over";
  /** Docked, it stands beside the page, which gets narrower, rather than over it. */
  push: boolean;
}

export const PLACING: Placing = { first: "tab", fullscreen: "hidden", push: false };

/** The same on every site. */
export const placing = storage.defineItem<Placing>("local:placing", { fallback: PLACING, version: 1 });

/** Sites on which the reader switched Earmark off, by the adapter's name. */
export const offSites = storage.defineItem<{ [site: string]: boolean }>("local:offSites", {
  fallback: {},
  version: 1,
});

/** How quotes are written. */
export const writing = storage.defineItem<Writing>("local:writing", { fallback: WRITING, version: 1 });

/** When the saved quotes were changed last, in milliseconds since 1970: who shows them reads them anew. */
export const quotesChanged = storage.defineItem<number>("local:quotesChanged", { fallback: 0, version: 1 });

/** How the list of saved quotes is ordered. */
export const quoteOrder = storage.defineItem<"date" | "episode">("local:quoteOrder", {
  fallback: "date",
  version: 1,
});

/** Width of the docked panel by site, in px. */
export const widths = storage.defineItem<{ [site: string]: number }>("local:widths", {
  fallback: {},
  version: 1,
});

/** Searches that led somewhere, the newest first. */
export const recentSearches = storage.defineItem<string[]>("local:recentSearches", {
  fallback: [],
  version: 1,
});
