import { render } from "preact";
import { PanelApp } from "../../components/panel/PanelApp.tsx";
import type { Asked } from "../../components/panel/use-asked.ts";
import { change } from "../../utils/extension/change.ts";
import { copyText } from "../../utils/extension/clipboard.ts";
import { follow } from "../../utils/extension/follow.ts";
import { isGone, whenGone } from "../../utils/extension/gone.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import type { PanelDoor, PanelOptions } from "../../utils/extension/panel-door.ts";
import { transcriptFile } from "../../utils/library/files.ts";
import { ask } from "../../utils/messages.ts";
import { WRITING } from "../../utils/quote/formats/writing.ts";
import { reportText } from "../../utils/quote/report.ts";
import { fileName } from "../../utils/quote/saved/export.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved.ts";
import { ENDINGS, printEpisode } from "../../utils/quote/print-episode.ts";
import { toFailure } from "../../utils/result.ts";
import {
  corrections as kept,
  offSites,
  openSites,
  placing,
  PLACING,
  quotesChanged,
  READING,
  reading as keptReading,
  taps as keptTaps,
  widths as keptWidths,
  writing as keptWriting,
} from "../../utils/settings.ts";
import { watchCaptions } from "../../utils/sites/captions.ts";
import { eitherPlayer, framePlayer } from "../../utils/sites/frame-player.ts";
import { siteOf } from "../../utils/sites/adapters.ts";
import { episodeKey } from "../../utils/sites/key.ts";
import { keepInPlace } from "../../utils/sites/place.ts";
import { pagePlayer } from "../../utils/sites/player.ts";
import {
  buildTaughtGlossary,
  updateCorrections,
  type Correction,
} from "../../utils/transcript/corrections.ts";
import type { SyncPoint } from "../../utils/transcript/timing/shifts.ts";
import { makeHost } from "./host.ts";
import { quotingOn } from "./quoting.ts";

type PanelProps = Parameters<typeof PanelApp>[0];
const NO_TAPS: readonly SyncPoint[] = [];
/** Of the docked panel, until the reader has another one, in px. */
const WIDTH = 400;

/** Puts the panel on the page and wires it to the player, the library and the clipboard. */
export function openPanel({ episode, signal: left }: PanelOptions): PanelDoor {
  const site = siteOf(new URL(location.href));
  const { host, root, signal } = makeHost(document, left);
  const keys = new Set(episode.links.map(({ url }) => episodeKey(url)));
  const frame = framePlayer(
    (steer) => keys.forEach((key) => key && void ask("background.steer", { key, steer }).catch(draw)),
    () => performance.now(),
  );
  const player = eitherPlayer(pagePlayer(document), frame);
  let open = false;
  /** Where the focus was on the page when a key of the browser opened the panel; it goes back there. */
  let opener: HTMLElement | null = null;
  let commanded: PanelProps["commanded"] = null;
  let places = PLACING;
  let isOff = false;
  let moment: Asked | null = null;
  let how = WRITING;
  let saved: readonly SavedQuote[] = [];
  /** When saved quotes were changed, as far as is known, and as of when they were read. */
  let changedAt: number | null = null;
  let readAt: number | null = null;
  let corrections: readonly Correction[] = [];
  let allTaps: { [site: string]: SyncPoint[] } = {};
  let looks = READING;
  let width = WIDTH;

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
    void change(openSites, (sites) => ({ ...sites, [site]: next })).catch(draw);
  };
  /** Asked for as soon as the reader is about to want it, before anything is drawn. */
  let asked: ReturnType<PanelProps["load"]> | null = null;
  const readEarly = () => {
    if (!isLoaded) asked ??= read();
  };
  const read: PanelProps["load"] = async () => {
    const file = await transcriptFile(episode.id);
    return file.ok || !isGone() ? file : toFailure("extension-gone");
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
        void ask("background.aligned", { episode: episode.id, captions })
          .then((aligned) => aligned.ok && aligned.value.timing === "aligned" && tell(aligned.value))
          .catch(draw), // The extension is gone; the panel says so.
      until,
    );
  const quoting = quotingOn(episode, site, () => ({ taps: allTaps, writing: how }));
  const onSaveAs: PanelProps["onSaveAs"] = (transcript, form) => {
    const link = quoting.links[0]?.url ?? null;
    const text = printEpisode(transcript, form, { ...episode, link });
    saveFile(document, fileName(episode.id, ENDINGS[form]), new Blob([text]));
  };
  const onTaps: PanelProps["onTaps"] = (next) =>
    // When the extension is gone nothing can be kept; the panel says that it is gone.
    void change(keptTaps, (all) => ({
      ...all,
      [episode.id]: { ...all[episode.id], [site]: [...next] },
    })).catch(draw);
  const report: PanelProps["report"] = ({ paragraphs, timing }, index, start, words) =>
    copyText(reportText({ ...words, episode, timing, paragraph: paragraphs[index]!, start }));
  const onCorrect: PanelProps["onCorrect"] = (words, shown, everywhere) => {
    const place = { show: episode.show, episode: everywhere ? null : episode.id };
    // When the extension is gone nothing can be kept; the panel says that it is gone.
    void change(kept, (old) => updateCorrections(old, { ...place, ...words.correction }, shown)).catch(draw);
  };
  const onExport = () => {
    const glossary = JSON.stringify(buildTaughtGlossary(corrections), null, 2);
    saveFile(document, "earmark-glossary.json", new Blob([`${glossary}\n`]));
  };
  const onReading: PanelProps["onReading"] = (next) => void keepLooks(next).catch(draw);
  const onWidth: PanelProps["onWidth"] = (next, done) => {
    setWidth(next);
    draw();
    if (done) void change(keptWidths, (all) => ({ ...all, [site]: next })).catch(draw);
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
    void ask("background.saved", { episode: episode.id })
      .then((all) => (saved = all.ok ? all.value : saved))
      .then(draw, draw);
  };
  const draw = () => {
    if (signal.aborted) return;
    readSaved();
    host.toggleAttribute("data-off", isOff);
    place();
    const { title, show } = episode;
    const gone = isGone();
    render(
      <PanelApp
        {...{
          title,
          show,
          open: open && !isOff,
          opener,
          commanded,
          moment,
          player,
          gone,
          load,
          align,
          onSaveAs,
        }}
        quoting={{ ...quoting, writing: how, saved }}
        {...{ corrections, onCorrect, report, onExport, onTaps, onReading, width, onWidth }}
        reading={looks}
        taps={allTaps[site] ?? NO_TAPS}
        onNear={readEarly}
        onOpen={(next) => turn(next)}
        onOptions={() => void ask("background.options", null).catch(draw)}
        onReloadPage={() => location.reload()}
      />,
      root,
    );
  };

  const place = keepInPlace(
    host,
    document,
    () => ({
      theme: looks.theme === "auto" ? null : looks.theme,
      isOver: places.fullscreen === "over",
      push: places.push && open && !isOff ? width : 0,
    }),
    signal,
  );
  whenGone(draw, signal);
  signal.addEventListener("abort", () => render(null, root), { once: true });
  follow(kept, signal, draw, (all) => (corrections = all));
  const keepLooks = follow(keptReading, signal, draw, (next) => {
    looks = { ...READING, ...next };
    host.style.setProperty("--size", `${looks.size}px`);
    for (const name of ["face", "spacing", "width"] as const) host.setAttribute(`data-${name}`, looks[name]);
  });
  follow(keptWriting, signal, draw, (next) => (how = { ...WRITING, ...next }));
  follow(quotesChanged, signal, draw, (at) => (changedAt = at));
  follow(placing, signal, draw, (next) => (places = { ...PLACING, ...next }));
  follow(offSites, signal, draw, (sites) => (isOff = sites[site] ?? false));
  follow(keptWidths, signal, draw, (all) => setWidth(all[site] ?? WIDTH));
  follow(keptTaps, signal, draw, (all) => (allTaps = all[episode.id] ?? {}));
  void ask("background.frames", null).catch(draw);
  void Promise.all([openSites.getValue(), placing.getValue()])
    .then(([sites, { first }]) => {
      open ||= sites[site] ?? first === "open";
    })
    .catch(() => null) // The extension is gone; the tab stays a tab.
    .finally(draw);
  return {
    show(wanted) {
      const { paragraph, seconds, anchor } = wanted;
      moment = paragraph === null ? null : { paragraph, seconds, anchor };
      open = true;
      draw();
    },
    command(command) {
      const active = document.activeElement;
      const from = active instanceof HTMLElement && active !== host ? active : null;
      if (command === "open-panel") turn(!open, from);
      else {
        commanded = {};
        draw();
      }
    },
    frame(key, state) {
      if (!keys.has(key)) return false;
      frame.report(state);
      return true;
    },
  };
}
