import { storage } from "wxt/utils/storage";
import { DEFAULT_QUOTE_FORMAT_SETTINGS, type QuoteFormatSettings } from "../quote/formats/quote-formats.ts";
import type { Correction } from "../transcript/model/corrections.ts";
import type { SyncPoint } from "../transcript/timing/sync-points.ts";

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
export const syncPoints = storage.defineItem<{ [episode: string]: { [site: string]: SyncPoint[] } }>(
  "local:taps",
  {
    fallback: {},
    version: 1,
  },
);

/** How the reader wants the text to look. */
export interface TypographySettings {
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

export const DEFAULT_TYPOGRAPHY: TypographySettings = {
  size: 15,
  theme: "auto",
  face: "sans",
  spacing: "normal",
  width: "normal",
};

/** The same on every site. */
export const typography = storage.defineItem<TypographySettings>("local:reading", {
  fallback: DEFAULT_TYPOGRAPHY,
  version: 1,
});

/** Where the panel is and when it comes. */
export interface PanelLayoutSettings {
  /** On a site on which the reader has neither opened nor closed it yet. */
  first: "tab" | "open";
  /** While something fills the screen. */
  fullscreen: "hidden" | "over";
  /** Docked, it stands beside the page, which gets narrower, rather than over it. */
  push: boolean;
}

export const DEFAULT_PANEL_LAYOUT: PanelLayoutSettings = { first: "tab", fullscreen: "hidden", push: false };

/** The same on every site. */
export const panelLayout = storage.defineItem<PanelLayoutSettings>("local:placing", {
  fallback: DEFAULT_PANEL_LAYOUT,
  version: 1,
});

/** Sites on which the reader switched Earmark off, by the adapter's name. */
export const disabledSites = storage.defineItem<{ [site: string]: boolean }>("local:offSites", {
  fallback: {},
  version: 1,
});

/** How quotes are written. */
export const quoteFormat = storage.defineItem<QuoteFormatSettings>("local:writing", {
  fallback: DEFAULT_QUOTE_FORMAT_SETTINGS,
  version: 1,
});

/** When the saved quotes were changed last, in milliseconds since 1970: who shows them reads them anew. */
export const quotesChangedAt = storage.defineItem<number>("local:quotesChanged", { fallback: 0, version: 1 });

/** How the list of saved quotes is ordered. */
export const quoteOrder = storage.defineItem<"date" | "episode">("local:quoteOrder", {
  fallback: "date",
  version: 1,
});

/** Width of the docked panel by site, in px. */
export const panelWidths = storage.defineItem<{ [site: string]: number }>("local:widths", {
  fallback: {},
  version: 1,
});

/** Searches that led somewhere, the newest first. */
export const recentSearches = storage.defineItem<string[]>("local:recentSearches", {
  fallback: [],
  version: 1,
});
