import { findWatchPage } from "../../sites/youtube-page.ts";
import { readTranscriptRows } from "../../sites/youtube-transcript-rows.ts";
import type { Cue } from "../../transcript/model/transcript.ts";
import { waitMilliseconds, type CaptionsRoute } from "./captions-route.ts";
import { findPanelButton, hidePanel, closePanel, pressButton } from "./transcript-panel.ts";

/** How often the rows of a panel that fills are counted. They come in batches, the first after 0.4 s (2026-08). */
const CHECK_INTERVAL_MS = 150;
/** Rows that stay as many this long are all there are. */
const STABLE_MS = 450;

/**
 * Reads a transcript that the reader has opened already. A page that went from video to video can hold another
 * video's, which nothing in it tells, so only the page's first video counts.
 *
 * @param isFirstVideo Whether a video is the one with which the page was loaded.
 */
export function createPageRoute(document: Document, isFirstVideo: (video: string) => boolean): CaptionsRoute {
  return {
    name: "page",
    timeoutMs: 500,
    // eslint-disable-next-line @typescript-eslint/require-await -- The other routes wait.
    async read({ video }) {
      const cues = isFirstVideo(video) ? readTranscriptRows(findWatchPage(document)) : [];
      return cues.length ? { ok: true, cues, chapters: [] } : { ok: false, reason: "youtube-changed" };
    },
  };
}

/** Opens YouTube's own transcript out of sight, reads it and closes it. */
export function createPanelRoute(document: Document): CaptionsRoute {
  return {
    name: "panel",
    timeoutMs: 4000,
    async read({ signal }) {
      const watch = findWatchPage(document);
      const button = findPanelButton(watch);
      if (!watch || !button) return { ok: false, reason: "youtube-changed" };
      const before = readTranscriptRows(watch);
      const restore = hidePanel(document);
      try {
        pressButton(button);
        const cues = await waitStableRows(watch, signal);
        // Rows that were there before the click can be the previous video's.
        const isStale = JSON.stringify(cues) === JSON.stringify(before);
        return isStale ? { ok: false, reason: "captions-stale" } : { ok: true, cues, chapters: [] };
      } finally {
        closePanel(watch);
        restore();
      }
    },
  };
}

/** Waits until the list of rows stops growing. */
async function waitStableRows(watch: Element, signal: AbortSignal): Promise<Cue[]> {
  let cues: Cue[] = [];
  let stableMs = 0;
  while (!cues.length || stableMs < STABLE_MS) {
    await waitMilliseconds(CHECK_INTERVAL_MS, signal);
    const next = readTranscriptRows(watch);
    stableMs = next.length === cues.length ? stableMs + CHECK_INTERVAL_MS : 0;
    cues = next;
  }
  return cues;
}
