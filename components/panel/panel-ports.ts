import type { ReadonlySignal } from "@preact/signals";
import type { PanelLayoutSettings, TypographySettings } from "../../utils/extension/settings.ts";
import type { QuoteFormatSettings } from "../../utils/quote/formats/quote-formats.ts";
import type { Setting } from "../../utils/extension/define-setting.ts";
import type { Player } from "../../utils/sites/player.ts";
import type { Correction } from "../../utils/transcript/model/corrections.ts";
import type { SyncPoint } from "../../utils/transcript/timing/sync-points.ts";
import type { QuotePorts } from "../quotes/quote-ports.ts";
import type { VideoPorts } from "./video/video-ports.ts";
import type { TranscriptPorts } from "./transcript/transcript-model.ts";

/** A stored value as the panel uses it. */
export type PanelSetting<T> = Pick<Setting<T>, "value" | "ready" | "set" | "update">;

/** Values by the name of a site. */
export interface BySite<T> {
  [site: string]: T;
}

/** The settings that the panel reads and writes. */
export interface PanelSettings {
  corrections: PanelSetting<Correction[]>;
  disabledSites: PanelSetting<BySite<boolean>>;
  openSites: PanelSetting<BySite<boolean>>;
  panelLayout: PanelSetting<PanelLayoutSettings>;
  panelWidths: PanelSetting<BySite<number>>;
  quoteFormat: PanelSetting<QuoteFormatSettings>;
  quotesChangedAt: PanelSetting<number>;
  /** By episode, then by site. */
  syncPoints: PanelSetting<{ [episode: string]: BySite<SyncPoint[]> }>;
  typography: PanelSetting<TypographySettings>;
}

/** What reaches the page and the browser on behalf of the panel. */
export interface PanelPorts {
  player: Player;
  transcript: TranscriptPorts;
  /** Null for an episode of the library. */
  video: VideoPorts | null;
  quotes: QuotePorts;
  settings: PanelSettings;
  /** The extension was updated or removed under the page, so that nothing can be stored or loaded. */
  isContextInvalidated: ReadonlySignal<boolean>;
  /** Checks the context after a failure. */
  checkContext: () => void;
  /** Resolves to false when the browser refused. */
  copyText: (text: string) => Promise<boolean>;
  saveFile: (name: string, text: string) => void;
  openOptions: () => void;
  reloadPage: () => void;
}
