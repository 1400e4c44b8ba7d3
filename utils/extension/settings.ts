import { DEFAULT_QUOTE_FORMAT_SETTINGS, type QuoteFormatSettings } from "../quote/formats/quote-formats.ts";
import type { Correction } from "../transcript/model/corrections.ts";
import type { SyncPoint } from "../transcript/timing/sync-points.ts";
import { defineSetting } from "./define-setting.ts";

/** Sites on which the reader last had the panel open, by the adapter's name. */
export const openSites = defineSetting<{ [site: string]: boolean }>("local:openSites", {});

/** What the reader corrected in transcripts, in the order in which they did. */
export const corrections = defineSetting<Correction[]>("local:corrections", []);

/** Where the reader said "this line is now": by episode, then by site, in the order in which they did. */
export const syncPoints = defineSetting<{ [episode: string]: { [site: string]: SyncPoint[] } }>(
  "local:taps",
  {},
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
export const typography = defineSetting<TypographySettings>("local:reading", DEFAULT_TYPOGRAPHY);

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
export const panelLayout = defineSetting<PanelLayoutSettings>("local:placing", DEFAULT_PANEL_LAYOUT);

/** Sites on which the reader switched Earmark off, by the adapter's name. */
export const disabledSites = defineSetting<{ [site: string]: boolean }>("local:offSites", {});

/** How quotes are written. */
export const quoteFormat = defineSetting<QuoteFormatSettings>("local:writing", DEFAULT_QUOTE_FORMAT_SETTINGS);

/** When the saved quotes were changed last, in milliseconds since 1970: who shows them reads them anew. */
export const quotesChangedAt = defineSetting<number>("local:quotesChanged", 0);

/** How the list of saved quotes is ordered. */
export const quoteOrder = defineSetting<"date" | "episode">("local:quoteOrder", "date");

/** Width of the docked panel by site, in px. */
export const panelWidths = defineSetting<{ [site: string]: number }>("local:widths", {});

/** Searches that led somewhere, the newest first. */
export const recentSearches = defineSetting<string[]>("local:recentSearches", []);
