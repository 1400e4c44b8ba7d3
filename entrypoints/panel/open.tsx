import { render } from "preact";
import { PanelApp } from "../../components/panel/PanelApp.tsx";
import type { Shown } from "../../components/panel/use-moment.ts";
import { copyText } from "../../utils/extension/clipboard.ts";
import { isGone, whenGone } from "../../utils/extension/gone.ts";
import type { PanelDoor, PanelOptions } from "../../utils/extension/panel-door.ts";
import type { CatalogEpisode } from "../../utils/library/facts.ts";
import { ask } from "../../utils/messages.ts";
import { quoteText } from "../../utils/quote/format.ts";
import { bestLink, linkAt } from "../../utils/quote/links.ts";
import { reportText } from "../../utils/quote/report.ts";
import { failed } from "../../utils/result.ts";
import { corrections as kept, openSites } from "../../utils/settings.ts";
import { eitherPlayer, framePlayer } from "../../utils/sites/frame-player.ts";
import { episodeKey } from "../../utils/sites/key.ts";
import { keepInPlace } from "../../utils/sites/place.ts";
import { pagePlayer } from "../../utils/sites/player.ts";
import { glossaryFrom, revised, type Correction } from "../../utils/transcript/corrections.ts";
import type { Transcript } from "../../utils/transcript/model.ts";
import { startOf } from "../../utils/transcript/times.ts";
import { makeHost } from "./host.ts";
import { saveText } from "./save.ts";

/** Puts the panel on the page and wires it to the player, the library and the clipboard. */
export function openPanel({ episode, site, signal: left }: PanelOptions): PanelDoor {
  const { host, root, signal } = makeHost(document, left);
  const keys = new Set(episode.links.map(({ url }) => episodeKey(url)));
  const frame = framePlayer(
    (seconds) => keys.forEach((key) => key && void ask("background.seek", { key, seconds }).catch(draw)),
    () => performance.now(),
  );
  const player = eitherPlayer(pagePlayer(document), frame);
  let open = false;
  let moment: Shown | null = null;
  let corrections: readonly Correction[] = [];

  const turn = (next: boolean) => {
    open = next;
    // What was asked for has been seen; opening again goes on where the episode is.
    if (!next) moment = null;
    draw();
    // When the extension is gone nothing can be remembered; the panel says that it is gone.
    void remember(site, next).catch(draw);
  };
  const load = () =>
    ask("background.transcript", { episode: episode.id }).catch(() => failed("extension-gone"));
  const copy = (transcript: Transcript, paragraph: number) =>
    copyText(quoteOf(episode, transcript, paragraph, site));
  const report: Parameters<typeof PanelApp>[0]["report"] = ({ paragraphs, timing }, index, start, words) =>
    copyText(reportText({ ...words, episode, timing, paragraph: paragraphs[index]!, start }));
  const onCorrect: Parameters<typeof PanelApp>[0]["onCorrect"] = (words, shown, everywhere) => {
    const place = { show: episode.show, episode: everywhere ? null : episode.id };
    // When the extension is gone nothing can be kept; the panel says that it is gone.
    void kept
      .getValue()
      .then((old) => kept.setValue(revised(old, { ...place, ...words.correction }, shown)))
      .catch(draw);
  };
  const onExport = () => {
    const glossary = JSON.stringify(glossaryFrom(corrections), null, 2);
    saveText(document, "earmark-glossary.json", `${glossary}\n`);
  };
  const draw = () => {
    if (signal.aborted) return;
    const { title, show } = episode;
    const gone = isGone();
    render(
      <PanelApp
        {...{ title, show, open, moment, player, gone, load, copy, corrections, onCorrect, report, onExport }}
        onOpen={turn}
        onReloadPage={() => location.reload()}
      />,
      root,
    );
  };

  keepInPlace(host, document, signal);
  whenGone(draw, signal);
  signal.addEventListener("abort", () => render(null, root), { once: true });
  const onKept = (all: Correction[]) => {
    corrections = all;
    draw();
  };
  // Without the extension there are none to be had; the panel says that it is gone.
  void kept.getValue().then(onKept, draw);
  const unwatch = kept.watch(onKept);
  // Once the extension is gone, nothing is watched any more, and Chromium throws at whoever asks to stop.
  signal.addEventListener("abort", () => isGone() || unwatch(), { once: true });
  void ask("background.frames", null).catch(draw);
  void openSites
    .getValue()
    .then((sites) => {
      open ||= sites[site] ?? false;
    })
    .catch(() => null) // The extension is gone; the tab stays a tab.
    .finally(draw);
  return {
    show(wanted) {
      const { paragraph, seconds } = wanted;
      moment = paragraph === null ? null : { paragraph, seconds };
      open = true;
      draw();
    },
    frame(key, state) {
      if (!keys.has(key)) return false;
      frame.report(state);
      return true;
    },
  };
}

async function remember(site: string, open: boolean): Promise<void> {
  await openSites.setValue({ ...(await openSites.getValue()), [site]: open });
}

function quoteOf(episode: CatalogEpisode, transcript: Transcript, index: number, site: string): string {
  const paragraph = transcript.paragraphs[index]!;
  const seconds = startOf(paragraph);
  const here = episodeKey(location.href);
  const link = episode.links.find(({ url }) => episodeKey(url) === here) ?? bestLink(episode.links, site);
  return quoteText({
    text: paragraph.text,
    speaker: paragraph.speaker,
    episode: episode.title,
    show: episode.show,
    seconds,
    timing: transcript.timing,
    url: link && linkAt(link, seconds),
  });
}
