import { DEFAULT_QUOTE_FORMAT_SETTINGS, type QuoteFormatSettings } from "../quote/formats/quote-formats.ts";
import type { VideoTranscripts } from "../library/match-page.ts";
import type { Correction } from "../transcript/model/corrections.ts";
import type { SyncPoint } from "../transcript/timing/sync-points.ts";
import { defineSetting } from "./define-setting.ts";

/** Whether the reader last had the panel open, by site. */
export const openSites = defineSetting<{ [site: string]: boolean }>("local:openSites", {});

/** The reader's corrections of transcripts, the oldest first. */
export const corrections = defineSetting<Correction[]>("local:corrections", []);

/** The reader's sync points by episode and site, the oldest first. */
export const syncPoints = defineSetting<{ [episode: string]: { [site: string]: SyncPoint[] } }>(
  "local:taps",
  {},
);

/** How transcripts look. */
export interface TypographySettings {
  /** Font size in px. */
  size: number;
  /** "auto" follows the page on YouTube and the system elsewhere. */
  theme: "auto" | "light" | "sepia" | "dark";
  face: "sans" | "serif";
  /** Line spacing. */
  spacing: "tight" | "normal" | "wide";
  /** Greatest length of a line. */
  width: "narrow" | "normal" | "full";
}

export const DEFAULT_TYPOGRAPHY: TypographySettings = {
  size: 15,
  theme: "auto",
  face: "sans",
  spacing: "normal",
  width: "normal",
};

/** How transcripts look, on every site. */
export const typography = defineSetting<TypographySettings>("local:reading", DEFAULT_TYPOGRAPHY);

/** Where and when the panel opens. */
export interface PanelLayoutSettings {
  /** On sites where the reader has neither opened nor closed it. */
  first: "tab" | "open";
  /** While an element is fullscreen. */
  fullscreen: "hidden" | "over";
  /** A docked panel narrows the page instead of covering it. */
  push: boolean;
}

const DEFAULT_PANEL_LAYOUT: PanelLayoutSettings = { first: "tab", fullscreen: "hidden", push: false };

/** Where and when the panel opens, on every site. */
export const panelLayout = defineSetting<PanelLayoutSettings>("local:placing", DEFAULT_PANEL_LAYOUT);

/** When transcripts of videos that are not in the library are offered and loaded. */
export const videoTranscripts = defineSetting<VideoTranscripts>("local:videoTranscripts", "click");

/** BCP 47 tags of the captions that the reader chose, by channel. */
export const captionLanguages = defineSetting<{ [channel: string]: string }>("local:captionLanguages", {});

/** Until when YouTube refuses requests, in milliseconds since 1970. */
export const captionsPausedUntil = defineSetting<number>("local:captionsPausedUntil", 0);

/** Whether the reader switched Earmark off, by site. */
export const disabledSites = defineSetting<{ [site: string]: boolean }>("local:offSites", {});

/** How quotes are formatted. */
export const quoteFormat = defineSetting<QuoteFormatSettings>("local:writing", DEFAULT_QUOTE_FORMAT_SETTINGS);

/** When saved quotes last changed, in milliseconds since 1970. Pages that show them read them again. */
export const quotesChangedAt = defineSetting<number>("local:quotesChanged", 0);

/** Order of the saved quotes. */
export const quoteOrder = defineSetting<"date" | "episode">("local:quoteOrder", "date");

/** Width of the docked panel in px, by site. */
export const panelWidths = defineSetting<{ [site: string]: number }>("local:widths", {});

/** Searches that led to a result, the newest first. */
export const recentSearches = defineSetting<string[]>("local:recentSearches", []);

/** Which opened transcripts are added to the reader's library. */
export interface KeepingSettings {
  when: "always" | "ask" | "never";
  /** Names of shows and channels whose transcripts are not added. */
  excludedShows: string[];
}

/** Which opened transcripts are added to the reader's library. */
export const keeping = defineSetting<KeepingSettings>("local:keeping", { when: "always", excludedShows: [] });

/** Raised by every change of the reader's own episodes. Pages that show the library read it again. */
export const libraryRevision = defineSetting<number>("local:libraryRevision", 0);

/** Order of the episodes on the library page. */
export const libraryOrder = defineSetting<"newest" | "title" | "show" | "length">(
  "local:libraryOrder",
  "newest",
);
