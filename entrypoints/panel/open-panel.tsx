import { render } from "preact";
import { PanelApp } from "../../components/panel/PanelApp.tsx";
import type { RequestedTarget } from "../../components/panel/playback/use-resolved-target.ts";
import { updateItem } from "../../utils/extension/update-item.ts";
import { copyText } from "../../utils/extension/clipboard.ts";
import { subscribeToItem } from "../../utils/extension/subscribe-to-item.ts";
import { isContextInvalidated, onContextInvalidated } from "../../utils/extension/extension-context.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import type { PanelController, PanelOptions } from "../../utils/extension/panel-script.ts";
import { installedFiles } from "../../utils/extension/installed-files.ts";
import { loadTranscript } from "../../utils/library/library-files.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import { DEFAULT_QUOTE_FORMAT_SETTINGS } from "../../utils/quote/formats/quote-formats.ts";
import { formatErrorReport } from "../../utils/quote/error-report.ts";
import { toFileName } from "../../utils/quote/saved/export-quotes.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { FILE_EXTENSIONS, serializeEpisode } from "../../utils/quote/serialize-episode.ts";
import { toFailure } from "../../utils/shared/result.ts";
import {
  corrections as kept,
  disabledSites,
  openSites,
  panelLayout,
  DEFAULT_PANEL_LAYOUT,
  quotesChangedAt,
  DEFAULT_TYPOGRAPHY,
  typography as keptReading,
  syncPoints as keptTaps,
  panelWidths as keptWidths,
  quoteFormat as keptWriting,
} from "../../utils/extension/settings.ts";
import { watchCaptions } from "../../utils/sites/page-captions.ts";
import { combinePlayers, createFramePlayer } from "../../utils/sites/frame-player.ts";
import { getEpisodeKey } from "../../utils/sites/episode-key.ts";
import { keepPanelPlaced } from "../../utils/sites/panel-placement.ts";
import { createPagePlayer } from "../../utils/sites/player.ts";
import {
  buildTaughtGlossary,
  updateCorrections,
  type Correction,
} from "../../utils/transcript/model/corrections.ts";
import type { SyncPoint } from "../../utils/transcript/timing/sync-points.ts";
import { createPanelHost } from "./panel-host.ts";
import { createQuotePorts } from "./create-quote-ports.ts";

type PanelProps = Parameters<typeof PanelApp>[0];
const NO_SYNC_POINTS: readonly SyncPoint[] = [];
/** Of the docked panel, until the reader has another one, in px. */
const DEFAULT_WIDTH_PX = 400;

/** Puts the panel on the page and wires it to the player, the library and the clipboard. */
export function openPanel({ episode, key: pageKey, site, signal: left }: PanelOptions): PanelController {
  const { host, root, signal } = createPanelHost(document, left);
  const keys = new Set(episode.links.map(({ url }) => getEpisodeKey(url)));
  const frame = createFramePlayer(
    (command) =>
      keys.forEach(
        (key) => key && void sendToBackground("background.controlPlayer", { key, command }).catch(draw),
      ),
    () => performance.now(),
  );
  const player = combinePlayers(createPagePlayer(document), frame);
  let open = false;
  /** Where the focus was on the page when a key of the browser opened the panel; it goes back there. */
  let opener: HTMLElement | null = null;
  let commanded: PanelProps["copyRequest"] = null;
  let places = DEFAULT_PANEL_LAYOUT;
  let isOff = false;
  let moment: RequestedTarget | null = null;
  let how = DEFAULT_QUOTE_FORMAT_SETTINGS;
  let saved: readonly SavedQuote[] = [];
  /** When saved quotes were changed, as far as is known, and as of when they were read. */
  let changedAt: number | null = null;
  let readAt: number | null = null;
  let corrections: readonly Correction[] = [];
  let allTaps: { [site: string]: SyncPoint[] } = {};
  let looks = DEFAULT_TYPOGRAPHY;
  let width = DEFAULT_WIDTH_PX;

  let isLoaded = false;
  const turn = (next: boolean, from: HTMLElement | null = null) => {
    opener = next ? from : opener;
    if (next) readEarly();
    isLoaded ||= next;
    open = next;
    // What was asked for has been seen; opening again goes on where the episode is.
    if (!next) moment = null;
    draw();
    // When the extension is gone nothing can be remembered; the panel says that it is gone.
    void updateItem(openSites, (sites) => ({ ...sites, [site]: next })).catch(draw);
  };
  /** Asked for as soon as the reader is about to want it, before anything is drawn. */
  let asked: ReturnType<PanelProps["load"]> | null = null;
  const readEarly = () => {
    if (!isLoaded) asked ??= read();
  };
  const read: PanelProps["load"] = async () => {
    const file = await loadTranscript(installedFiles, episode.id);
    return file.ok || !isContextInvalidated() ? file : toFailure("extension-gone");
  };
  const load: PanelProps["load"] = () => {
    const reading = asked ?? read();
    asked = null;
    return reading;
  };
  const align: PanelProps["align"] = (language, tell, until) =>
    watchCaptions(
      document,
      language,
      (captions) =>
        void sendToBackground("background.alignTranscript", { episode: episode.id, captions })
          .then((aligned) => aligned.ok && aligned.value.timing === "aligned" && tell(aligned.value))
          .catch(draw), // The extension is gone; the panel says so.
      until,
    );
  const quoting = createQuotePorts(episode, { key: pageKey, site }, () => ({
    syncPoints: allTaps,
    formatSettings: how,
  }));
  const onSaveAs: PanelProps["onSaveAs"] = (transcript, form) => {
    const link = quoting.links[0]?.url ?? null;
    const text = serializeEpisode(transcript, form, { ...episode, link });
    saveFile(document, toFileName(episode.id, FILE_EXTENSIONS[form]), new Blob([text]));
  };
  const onTaps: PanelProps["onSyncPointsChange"] = (next) =>
    // When the extension is gone nothing can be kept; the panel says that it is gone.
    void updateItem(keptTaps, (all) => ({
      ...all,
      [episode.id]: { ...all[episode.id], [site]: [...next] },
    })).catch(draw);
  const report: PanelProps["copyReport"] = ({ paragraphs, timing }, index, start, words) =>
    copyText(formatErrorReport({ ...words, episode, timing, paragraph: paragraphs[index]!, start }));
  const onCorrect: PanelProps["onCorrect"] = (words, shown, everywhere) => {
    const place = { show: episode.show, episode: everywhere ? null : episode.id };
    // When the extension is gone nothing can be kept; the panel says that it is gone.
    void updateItem(kept, (old) => updateCorrections(old, { ...place, ...words.correction }, shown)).catch(
      draw,
    );
  };
  const onExport = () => {
    const glossary = JSON.stringify(buildTaughtGlossary(corrections), null, 2);
    saveFile(document, "earmark-glossary.json", new Blob([`${glossary}\n`]));
  };
  const onReading: PanelProps["onTypographyChange"] = (next) => void keepLooks(next).catch(draw);
  const onWidth: PanelProps["onResize"] = (next, done) => {
    setWidth(next);
    draw();
    if (done) void updateItem(keptWidths, (all) => ({ ...all, [site]: next })).catch(draw);
  };
  const setWidth = (next: number) => {
    width = next;
    host.style.setProperty("--dock-width", `${next}px`);
  };
  /** Only when they can be seen: most pages with a transcript are left without it being opened. */
  const readSaved = () => {
    if (!open || readAt === changedAt) return;
    readAt = changedAt;
    // Without the extension there are none to be had; the panel says that it is gone.
    void sendToBackground("background.getSavedQuotes", { episode: episode.id })
      .then((all) => (saved = all.ok ? all.value : saved))
      .then(draw, draw);
  };
  const draw = () => {
    if (signal.aborted) return;
    readSaved();
    host.toggleAttribute("data-off", isOff);
    place();
    const { title, show } = episode;
    const gone = isContextInvalidated();
    render(
      <PanelApp
        {...{
          title,
          show,
          open: open && !isOff,
          opener,
          copyRequest: commanded,
          requestedTarget: moment,
          player,
          isContextInvalidated: gone,
          load,
          align,
          onSaveAs,
        }}
        quotePorts={{ ...quoting, formatSettings: how, savedQuotes: saved }}
        {...{
          corrections,
          onCorrect,
          copyReport: report,
          onExportGlossary: onExport,
          onSyncPointsChange: onTaps,
          onTypographyChange: onReading,
          width,
          onResize: onWidth,
        }}
        typography={looks}
        syncPoints={allTaps[site] ?? NO_SYNC_POINTS}
        onPrefetch={readEarly}
        onOpenChange={(next) => turn(next)}
        onOpenOptions={() => void sendToBackground("background.openOptions", null).catch(draw)}
        onReloadPage={() => location.reload()}
      />,
      root,
    );
  };

  const place = keepPanelPlaced(
    host,
    document,
    () => ({
      theme: looks.theme === "auto" ? null : looks.theme,
      isOverFullscreen: places.fullscreen === "over",
      pushWidth: places.push && open && !isOff ? width : 0,
    }),
    signal,
  );
  onContextInvalidated(draw, signal);
  signal.addEventListener("abort", () => render(null, root), { once: true });
  subscribeToItem(kept, signal, draw, (all) => (corrections = all));
  const keepLooks = subscribeToItem(keptReading, signal, draw, (next) => {
    looks = { ...DEFAULT_TYPOGRAPHY, ...next };
    host.style.setProperty("--size", `${looks.size}px`);
    for (const name of ["face", "spacing", "width"] as const) host.setAttribute(`data-${name}`, looks[name]);
  });
  subscribeToItem(keptWriting, signal, draw, (next) => (how = { ...DEFAULT_QUOTE_FORMAT_SETTINGS, ...next }));
  subscribeToItem(quotesChangedAt, signal, draw, (at) => (changedAt = at));
  subscribeToItem(panelLayout, signal, draw, (next) => (places = { ...DEFAULT_PANEL_LAYOUT, ...next }));
  subscribeToItem(disabledSites, signal, draw, (sites) => (isOff = sites[site] ?? false));
  subscribeToItem(keptWidths, signal, draw, (all) => setWidth(all[site] ?? DEFAULT_WIDTH_PX));
  subscribeToItem(keptTaps, signal, draw, (all) => (allTaps = all[episode.id] ?? {}));
  void sendToBackground("background.requestPlayerReports", null).catch(draw);
  void Promise.all([openSites.get(), panelLayout.get()])
    .then(([sites, { first }]) => {
      open ||= sites[site] ?? first === "open";
    })
    .catch(() => null) // The extension is gone; the tab stays a tab.
    .finally(draw);
  return {
    showMoment(wanted) {
      const { paragraph, seconds, selector } = wanted;
      moment = paragraph === null ? null : { paragraph, seconds, selector };
      open = true;
      draw();
    },
    runCommand(command) {
      const active = document.activeElement;
      const from = active instanceof HTMLElement && active !== host ? active : null;
      if (command === "open-panel") turn(!open, from);
      else {
        commanded = {};
        draw();
      }
    },
    reportPlayer(key, state) {
      if (!keys.has(key)) return false;
      frame.report(state);
      return true;
    },
  };
}
