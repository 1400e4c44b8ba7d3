import { signal } from "@preact/signals";
import type { PanelPorts } from "../../components/panel/panel-ports.ts";
import type { VideoState } from "../../components/panel/video/video-ports.ts";
import { isContextInvalidated } from "../../utils/extension/extension-context.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import type { PanelOptions } from "../../utils/extension/panel-script.ts";
import { captionLanguages, captionsPausedUntil } from "../../utils/extension/settings.ts";
import { toFailure, toSuccess, type Result } from "../../utils/shared/result.ts";
import { getYouTubeId } from "../../utils/sites/episode-key.ts";
import { findWatchPage } from "../../utils/sites/youtube-page.ts";
import { draftTranscript } from "../../utils/sources/draft-transcript.ts";
import {
  loadCaptions,
  type AcquiredCaptions,
  type CaptionsPorts,
} from "../../utils/sources/youtube/load-captions.ts";
import { readShownFacts } from "../../utils/sources/youtube/page-facts.ts";
import { createPageRoute, createPanelRoute } from "../../utils/sources/youtube/page-routes.ts";
import { createPanelRequestRoute } from "../../utils/sources/youtube/panel-request-route.ts";
import { createPlayerRoute } from "../../utils/sources/youtube/player-route.ts";
import { listTrackChoices } from "../../utils/sources/youtube/select-track.ts";
import { findPanelButton, pressButton } from "../../utils/sources/youtube/transcript-panel.ts";
import type { PlayerFacts } from "../../utils/sources/youtube/video-facts.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { askPlayer, isCurrentVideo, readVideoFacts } from "./page-video.ts";

/** Id of the video with which the page was loaded; the panels that it shows can be of no earlier one. */
const firstVideo = getYouTubeId(
  new URL(performance.getEntriesByType("navigation")[0]?.name ?? location.href),
);

/** Loads the transcript of a video that is not in the library from its page. */
export function createVideoSource(
  { episode, signal: until }: PanelOptions,
  video: string,
  checkContext: () => void,
): Pick<PanelPorts, "transcript" | "video"> {
  const state = signal<VideoState>({ choices: [], language: null, isDraft: false, retryAt: null });
  const setState = (change: Partial<VideoState>) => (state.value = { ...state.value, ...change });
  /** The reader opened YouTube's own transcript from here, so it is of this video. */
  let isOwnOpened = false;
  /** The reader chose another language than that of the transcript in the library. */
  let hasChosen = false;
  const onFacts = (facts: PlayerFacts, language: string) =>
    setState({ choices: listTrackChoices(facts), language });
  const ports = createCaptionsPorts((id) => isOwnOpened || id === firstVideo, onFacts);

  /** Finds the transcript in the library, or among those that were opened just now. */
  const findKnown = async (): Promise<Transcript | null> => {
    const found = await sendToBackground("background.findTranscript", { video });
    if (!found) return null;
    void readVideoFacts(video, until).then((facts) => facts && onFacts(facts, found.language), checkContext);
    return found;
  };

  const clean = async (captions: AcquiredCaptions, onCleaned: (cleaned: Transcript) => void) => {
    setState({ isDraft: true });
    try {
      const cleaned = await sendToBackground("background.cleanCaptions", { captions });
      if (cleaned.ok) onCleaned(cleaned.value.transcript);
      else console.warn("Earmark could not clean the text:", cleaned.reason);
    } catch {
      checkContext();
    }
    setState({ isDraft: false });
  };

  const load = async (onCleaned: (cleaned: Transcript) => void): Promise<Result<Transcript>> => {
    setState({ retryAt: null });
    await Promise.all([captionLanguages.ready, captionsPausedUntil.ready]);
    const known = hasChosen ? null : await findKnown();
    if (known) return toSuccess(known);
    const pausedUntil = captionsPausedUntil.value.value;
    const isPaused = pausedUntil > Date.now();
    const routes = isPaused ? ports.routes.filter(({ name }) => name === "page") : ports.routes;
    const outcome = await loadCaptions(
      {
        video,
        findChosenLanguage: (channel) => captionLanguages.value.value[channel] ?? null,
        pageLanguage: document.documentElement.lang || navigator.language,
      },
      { ...ports, routes },
      until,
    );
    if (!outcome.ok) {
      if (outcome.retryAt !== null) void captionsPausedUntil.set(outcome.retryAt).catch(checkContext);
      setState({ retryAt: isPaused ? pausedUntil : outcome.retryAt });
      return toFailure(
        isPaused && outcome.reason === "youtube-changed" ? "captions-refused" : outcome.reason,
      );
    }
    const { captions } = outcome;
    void clean(captions, onCleaned);
    return toSuccess(draftTranscript(episode.id, captions.track.language, captions.cues));
  };

  return {
    transcript: {
      load: (onCleaned) =>
        load(onCleaned).catch((error: unknown) => {
          checkContext();
          if (!until.aborted) console.warn("Earmark could not load the transcript:", error);
          return toFailure(isContextInvalidated() ? "extension-gone" : "youtube-changed");
        }),
      align: () => undefined,
    },
    video: {
      state,
      watchUrl: findWatchPage(document) ? null : (episode.links[0]?.url ?? null),
      async chooseLanguage(language) {
        hasChosen = true;
        setState({ language });
        await captionLanguages.update((all) => ({ ...all, [episode.show]: language }));
      },
      findOwnTranscript() {
        const button = findPanelButton(findWatchPage(document));
        return (
          button &&
          (() => {
            isOwnOpened = true;
            pressButton(button);
          })
        );
      },
    },
  };
}

function createCaptionsPorts(
  isFirstVideo: (video: string) => boolean,
  onFacts: (facts: PlayerFacts, language: string) => void,
): CaptionsPorts {
  const now = () => Date.now();
  return {
    readFacts: readVideoFacts,
    readPageFacts: (video) => readShownFacts(document, video),
    isCurrent: isCurrentVideo,
    onFacts,
    routes: [
      createPageRoute(document, isFirstVideo),
      createPanelRequestRoute({ document, fetch: getPageFetch(), now }),
      createPlayerRoute({
        askPlayer,
        parseCaptions: (body) => sendToBackground("background.parseCaptions", { body }),
      }),
      createPanelRoute(document),
    ],
  };
}

/**
 * The page's own `fetch`. In Firefox a content script's own sends no origin of the page.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Content_scripts#xhr_and_fetch
 */
function getPageFetch(): typeof fetch {
  const { content } = globalThis as { content?: { fetch: typeof fetch } };
  return content ? content.fetch.bind(content) : fetch.bind(globalThis);
}
