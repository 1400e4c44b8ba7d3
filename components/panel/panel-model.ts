import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { TypographySettings } from "../../utils/extension/settings.ts";
import type { FrontMatterFields } from "../../utils/quote/front-matter.ts";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import { toFileName } from "../../utils/quote/saved/export-quotes.ts";
import { FILE_EXTENSIONS, serializeEpisode } from "../../utils/quote/serialize-episode.ts";
import { createTextRange } from "../../utils/quote/text-range.ts";
import type { OutputFormat } from "../../utils/transcript/model/serialize-transcript.ts";
import {
  findSpokenLine,
  getStartSeconds,
  interpolateSeconds,
  toSeekSeconds,
  type TextPosition,
} from "../../utils/transcript/model/text-position.ts";
import type { SyncPoint } from "../../utils/transcript/timing/sync-points.ts";
import { describeFailure } from "../ui/describe-failure.ts";
import { t } from "../ui/i18n.ts";
import { createAnnouncer } from "./announcer.ts";
import { createCorrectionModel, type CorrectionModel } from "./correction/correction-model.ts";
import { createFindModel, type FindModel } from "./find/find-model.ts";
import { createFollowModel, type FollowModel } from "./follow/follow-model.ts";
import type { PanelPorts } from "./panel-ports.ts";
import { createPlacementModel, type PlacementModel } from "./placement/placement-model.ts";
import { createPlaybackModel, type PlaybackModel } from "./playback/playback-model.ts";
import { watchSpokenLine, type SpokenLine } from "./playback/spoken-line.ts";
import { createQuoteModel, type QuoteModel } from "./selection/quote-model.ts";
import { createSelectionModel, type SelectionModel } from "./selection/selection-model.ts";
import { createSyncModel, type SyncModel } from "./sync/sync-model.ts";
import { createTargetModel, type RequestedTarget, type TargetModel } from "./target/target-model.ts";
import type { VideoPorts } from "./video/video-ports.ts";
import { createTranscriptModel, type TranscriptModel } from "./transcript/transcript-model.ts";

/** The episode of the page, and the site the page is on. */
export interface PanelEpisode extends Omit<FrontMatterFields, "link"> {
  id: string;
  title: string;
  /** Name of the show. */
  show: string;
  site: string;
}

/** A view over the transcript. */
export type PanelSheet = "shortcuts" | "chapters";

/** The state of the panel on one page. Signals come out, functions go in; nothing here touches the document. */
export interface PanelModel {
  episode: PanelEpisode;
  announcement: ReadonlySignal<string>;
  announce: (message: string) => void;
  isContextInvalidated: ReadonlySignal<boolean>;
  placement: PlacementModel;
  playback: PlaybackModel;
  spokenLine: ReadonlySignal<SpokenLine>;
  transcript: TranscriptModel;
  /** Null for an episode of the library. */
  video: VideoPorts | null;
  /** Loads the captions of another language, and remembers it for the channel. */
  chooseLanguage: (language: string) => void;
  sync: SyncModel;
  follow: FollowModel;
  target: TargetModel;
  find: FindModel;
  selection: SelectionModel;
  quotes: QuoteModel;
  correction: CorrectionModel;
  sheet: ReadonlySignal<PanelSheet | null>;
  setSheet: (sheet: PanelSheet | null) => void;
  typography: ReadonlySignal<TypographySettings>;
  setTypography: (typography: TypographySettings) => void;
  /** Format in which quotes are copied. */
  defaultFormat: ReadonlySignal<QuoteFormat>;
  /** Reads the transcript before the reader opens the panel. */
  prefetch: () => void;
  /** Opens or closes the panel for the reader. */
  setOpen: PlacementModel["setOpen"];
  /** Opens the panel at a moment, or where it is without one. */
  showMoment: (moment: RequestedTarget | null) => void;
  /** Copies the sentence under the playhead, whether the panel is open or not. */
  copySpokenSentence: () => Promise<void>;
  /** Seeks to a place in the text and follows from there; false when there is no player or no time. */
  jump: (position: TextPosition) => boolean;
  /** Marks a paragraph as being spoken right now, and follows from there. */
  setSpokenParagraph: (paragraph: number) => void;
  toggleHeard: () => void;
  saveTranscript: (format: OutputFormat) => void;
  openOptions: () => void;
  reloadPage: () => void;
}

const NO_SYNC_POINTS: readonly SyncPoint[] = [];

/**
 * Creates the model of the panel on one page.
 *
 * @param until Aborts when the page is left.
 * @example
 * const model = createPanelModel(episode, ports, visit.signal);
 * render(<PanelApp model={model} />, root);
 */
export function createPanelModel(episode: PanelEpisode, ports: PanelPorts, until: AbortSignal): PanelModel {
  const { id, site } = episode;
  const { settings, checkContext } = ports;
  const { message, announce } = createAnnouncer(until);
  const store = (writing: Promise<unknown>) => void writing.catch(checkContext);

  const placement = createPlacementModel({
    isDisabled: computed(() => settings.disabledSites.value.value[site] ?? false),
    storedWidth: computed(() => settings.panelWidths.value.value[site]),
    saveOpen: (isOpen) => store(settings.openSites.update((all) => ({ ...all, [site]: isOpen }))),
    saveWidth: (width) => store(settings.panelWidths.update((all) => ({ ...all, [site]: width }))),
  });
  const playback = createPlaybackModel(ports.player, until);
  const syncPoints = computed(() => settings.syncPoints.value.value[id]?.[site] ?? NO_SYNC_POINTS);
  const transcript = createTranscriptModel(
    ports.transcript,
    {
      show: episode.show,
      duration: playback.duration,
      syncPoints,
      corrections: settings.corrections.value,
    },
    until,
  );
  const { shown } = transcript;
  const spokenLine = watchSpokenLine(ports.player, shown, placement.isOpen, until);
  const sync = createSyncModel({
    points: syncPoints,
    save: (points) =>
      store(settings.syncPoints.update((all) => ({ ...all, [id]: { ...all[id], [site]: [...points] } }))),
    unsynced: transcript.unsynced,
    getSeconds: playback.getSeconds,
    announce,
  });
  const follow = createFollowModel();
  const target = createTargetModel({ transcript, playback, follow, spokenLine, announce }, until);
  const find = createFindModel(shown, ({ textIndex, start }) =>
    follow.reveal({ paragraph: textIndex, offset: start }),
  );
  const selection = createSelectionModel(shown, spokenLine);
  const areQuoteChangesKnown = signal(false);
  void settings.quotesChangedAt.ready.then(() => (areQuoteChangesKnown.value = true));
  const quotes = createQuoteModel(
    ports.quotes,
    {
      transcript,
      isOpen: placement.isOpen,
      changedAt: computed(() => (areQuoteChangesKnown.value ? settings.quotesChangedAt.value.value : null)),
      announce,
    },
    until,
  );
  const correction = createCorrectionModel(episode, {
    corrections: settings.corrections.value,
    update: (change) => store(settings.corrections.update(change)),
    shown,
    copyText: ports.copyText,
    saveFile: ports.saveFile,
    announce,
  });
  const sheet = signal<PanelSheet | null>(null);

  const open = () => {
    placement.open();
    void transcript.request();
  };
  void Promise.all([settings.openSites.ready, settings.panelLayout.ready]).then(() => {
    const first = settings.panelLayout.value.value.first;
    if (!until.aborted && (settings.openSites.value.value[site] ?? first === "open")) open();
  });

  return {
    episode,
    announcement: message,
    announce,
    isContextInvalidated: ports.isContextInvalidated,
    placement,
    playback,
    spokenLine,
    transcript,
    video: ports.video,
    chooseLanguage: (language) =>
      void ports.video?.chooseLanguage(language).then(transcript.retry, checkContext),
    sync,
    follow,
    target,
    find,
    selection,
    quotes,
    correction,
    sheet,
    setSheet: (next) => (sheet.value = next),
    typography: settings.typography.value,
    setTypography: (next) => store(settings.typography.set(next)),
    defaultFormat: computed(() => settings.quoteFormat.value.value.format),
    prefetch: transcript.prefetch,
    setOpen(isOpen, opener) {
      announce("");
      if (isOpen) void transcript.request();
      else {
        target.clear();
        sheet.value = null;
      }
      placement.setOpen(isOpen, opener);
    },
    showMoment(moment) {
      if (moment) target.show(moment);
      else target.clear();
      open();
    },
    async copySpokenSentence() {
      const loaded = await transcript.request();
      const seconds = playback.getSeconds();
      const spoken = shown.value && seconds !== null && findSpokenLine(shown.value, seconds);
      if (spoken) quotes.copy(createTextRange(spoken.paragraph, spoken.line));
      else announce(loaded.ok ? t("panel.nothingSpoken") : describeFailure(loaded.reason));
    },
    jump(position) {
      follow.setTabStop(position.paragraph);
      const seconds = shown.value && interpolateSeconds(shown.value.paragraphs, position);
      if (!shown.value || seconds === null || !playback.canJump.value) return false;
      playback.seek(toSeekSeconds(seconds, shown.value.timing));
      follow.follow();
      return true;
    },
    setSpokenParagraph(paragraph) {
      follow.setTabStop(paragraph);
      const hasTime = getStartSeconds(shown.value?.paragraphs[paragraph]) !== null;
      if (!hasTime || !playback.canJump.value) return;
      sync.setSpoken(paragraph);
      follow.follow();
    },
    toggleHeard() {
      transcript.toggleHeard();
      announce(t(transcript.isHeard.value ? "panel.asHeard" : "panel.asCorrected"));
    },
    saveTranscript(format) {
      if (!shown.value) return;
      const text = serializeEpisode(shown.value, format, { ...episode, link: quotes.links[0]?.url ?? null });
      ports.saveFile(toFileName(id, FILE_EXTENSIONS[format]), text);
    },
    openOptions: ports.openOptions,
    reloadPage: ports.reloadPage,
  };
}
