import type { Cue } from "../transcript/model/transcript.ts";
import { findWatchPage } from "./youtube-page.ts";
import { readTranscriptRows } from "./youtube-transcript-rows.ts";

/** How often the page is checked for captions. */
const CHECK_INTERVAL_MS = 1500;
/** After this many checks, ten minutes, the page counts as one without captions. */
const MAX_CHECKS = 400;
/** A longer list is not read to its end. */
const MAX_CUES = 20_000;
const MAX_CUE_LENGTH = 1000;

/** Reads the captions in a page: YouTube's transcript where it is open, else the text track of its player. */
function readPageCaptions(document: Document, language: string): Cue[] {
  const rows = readTranscriptRows(findWatchPage(document));
  return rows.length ? rows : readTrackCues(document, language);
}

/** Calls back once with the page's captions, when two checks in a row find equally many. */
export function watchCaptions(
  document: Document,
  language: string,
  onCaptions: (cues: Cue[]) => void,
  signal: AbortSignal,
): void {
  let checks = 0;
  let lastCount = 0;
  const check = () => {
    const cues = readPageCaptions(document, language);
    const isComplete = cues.length > 0 && cues.length === lastCount;
    if (isComplete) onCaptions(cues);
    if (isComplete || ++checks >= MAX_CHECKS) clearInterval(timer);
    lastCount = cues.length;
  };
  const timer = setInterval(check, CHECK_INTERVAL_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  check();
}

/** Reads the first caption track in the transcript's language. A disabled track is loaded without being shown. */
function readTrackCues(document: Document, language: string): Cue[] {
  const tracks = [...document.querySelectorAll<HTMLMediaElement>("video, audio")].flatMap(
    ({ textTracks }) => [...textTracks],
  );
  const getFamily = (tag: string) => tag.split("-")[0]!.toLowerCase();
  const track = tracks.find(
    ({ kind, language: trackLanguage }) =>
      /^(?:captions|subtitles)$/.test(kind) &&
      (!trackLanguage || getFamily(trackLanguage) === getFamily(language)),
  );
  if (!track) return [];
  if (track.mode === "disabled") track.mode = "hidden";
  return [...(track.cues ?? [])].slice(0, MAX_CUES).flatMap((cue) => {
    const text = "text" in cue && typeof cue.text === "string" ? cue.text.replace(/<[^>]*>/g, " ") : "";
    return text.trim() ? [toCue(text, cue.startTime, cue.endTime)] : [];
  });
}

const toCue = (text: string, start: number, end: number | null): Cue => ({
  text: text.replace(/\s+/g, " ").trim().slice(0, MAX_CUE_LENGTH),
  start,
  end,
  speaker: null,
  line: 0,
});
