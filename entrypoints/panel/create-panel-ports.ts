import { signal } from "@preact/signals";
import type { PanelPorts } from "../../components/panel/panel-ports.ts";
import { copyText } from "../../utils/extension/clipboard.ts";
import { isContextInvalidated, onContextInvalidated } from "../../utils/extension/extension-context.ts";
import { installedFiles } from "../../utils/extension/installed-files.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import type { PanelOptions } from "../../utils/extension/panel-script.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import {
  corrections,
  disabledSites,
  openSites,
  panelLayout,
  panelWidths,
  quoteFormat,
  quotesChangedAt,
  syncPoints,
  typography,
} from "../../utils/extension/settings.ts";
import { isOwnEpisode } from "../../utils/library/library-model.ts";
import { loadTranscript } from "../../utils/library/library-files.ts";
import { toFailure } from "../../utils/shared/result.ts";
import { watchCaptions } from "../../utils/sites/page-captions.ts";
import type { Player } from "../../utils/sites/player.ts";
import { createQuotePorts } from "./create-quote-ports.ts";
import { createVideoSource } from "./create-video-source.ts";

/** The settings of the panel, with the stored values. */
export const panelSettings = {
  corrections,
  disabledSites,
  openSites,
  panelLayout,
  panelWidths,
  quoteFormat,
  quotesChangedAt,
  syncPoints,
  typography,
};

/** Creates what reaches the page and the browser on behalf of the panel, until the signal of `options` aborts. */
export function createPanelPorts(options: PanelOptions, player: Player): PanelPorts {
  const { signal: until } = options;
  const isInvalidated = signal(isContextInvalidated());
  const checkContext = () => {
    isInvalidated.value = isContextInvalidated();
  };
  onContextInvalidated(checkContext, until);
  for (const setting of Object.values(panelSettings)) setting.connect(until);
  return {
    player,
    ...(options.video
      ? createVideoSource(options, options.video, checkContext)
      : createLibrarySource(options, checkContext)),
    quotes: createQuotePorts(options),
    settings: panelSettings,
    isContextInvalidated: isInvalidated,
    checkContext,
    copyText,
    saveFile: (name, text) => saveFile(document, name, new Blob([text])),
    openOptions: () => void sendToBackground("background.openOptions", null).catch(checkContext),
    reloadPage: () => location.reload(),
  };
}

/** Reads the transcript of an episode of the library. */
function createLibrarySource(
  { episode }: PanelOptions,
  checkContext: () => void,
): Pick<PanelPorts, "transcript" | "video"> {
  return {
    video: null,
    transcript: {
      // Read here and not in the background, which would add 100 ms for ten hours of talk (Chromium 156, 2026-11).
      async load() {
        const file = isOwnEpisode(episode)
          ? await sendToBackground("background.loadTranscript", { episode: episode.id }).catch(() =>
              toFailure("extension-gone"),
            )
          : await loadTranscript(installedFiles, episode.id);
        checkContext();
        return file.ok || !isContextInvalidated() ? file : toFailure("extension-gone");
      },
      align: (language, onAligned, stop) =>
        watchCaptions(
          document,
          language,
          (captions) =>
            void sendToBackground("background.alignTranscript", { episode: episode.id, captions })
              .then((aligned) => aligned.ok && aligned.value.timing === "aligned" && onAligned(aligned.value))
              .catch(checkContext),
          stop,
        ),
    },
  };
}
