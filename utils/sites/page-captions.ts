import { parseTime } from "../transcript/model/clock-time.ts";
import type { Cue } from "../transcript/model/transcript.ts";
import { findWatchPage } from "./youtube-page.ts";

/** How often it is looked whether the page has captions by now, in milliseconds. */
const CHECK_INTERVAL_MS = 1500;
/** A page that has none after so many looks has none. */
const MAX_CHECKS = 400;
/** More of them are no captions. */
const MAX_CUES = 20_000;
const MAX_CUE_LENGTH = 1000;

/** Rows of YouTube's own transcript, in both of its forms, once a reader has opened it (seen 2026-08). */
const ROW_SELECTOR = "transcript-segment-view-model, ytd-transcript-segment-renderer";
const ROW_TIME_SELECTOR = ".ytwTranscriptSegmentViewModelTimestamp, .segment-timestamp";
/** The label for ears beside the time ("5 seconds") is no speech. */
const ROW_TEXT_SELECTOR =
  "span.ytAttributedStringHost[role=text], span.yt-core-attributed-string, .segment-text";

/** Captions that a page offers by itself: those of its player, or YouTube's transcript when it is open. Else none. */
export function readPageCaptions(document: Document, language: string): Cue[] {
  const rows = readYouTubeTranscript(document);
  return rows.length ? rows : readTrackCues(document, language);
}

/** Tells of a page's captions once, when they are there and grow no more. */
export function watchCaptions(
  document: Document,
  language: string,
  tell: (cues: Cue[]) => void,
  signal: AbortSignal,
): void {
  let looks = 0;
  let last = 0;
  const look = () => {
    const cues = readPageCaptions(document, language);
    if (cues.length && cues.length === last) tell(cues);
    if ((cues.length && cues.length === last) || ++looks >= MAX_CHECKS) clearInterval(timer);
    last = cues.length;
  };
  const timer = setInterval(look, CHECK_INTERVAL_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  look();
}

function readYouTubeTranscript(document: Document): Cue[] {
  const seen = new Set<string>();
  const rows = [...(findWatchPage(document)?.querySelectorAll(ROW_SELECTOR) ?? [])].slice(0, MAX_CUES);
  // The list can stand in the page twice.
  return rows.flatMap((row) => {
    const [time, text] = [ROW_TIME_SELECTOR, ROW_TEXT_SELECTOR].map(
      (part) => row.querySelector(part)?.textContent?.trim() ?? "",
    );
    const start = parseTime(time!);
    const both = `${time} ${text}`;
    if (start === null || !text || seen.has(both)) return [];
    seen.add(both);
    return [toCue(text, start, null)];
  });
}

/** The cues of the first track of speech in the transcript's language; one that is switched off is loaded unseen. */
function readTrackCues(document: Document, language: string): Cue[] {
  const tracks = [...document.querySelectorAll<HTMLMediaElement>("video, audio")].flatMap(
    ({ textTracks }) => [...textTracks],
  );
  const family = (tag: string) => tag.split("-")[0]!.toLowerCase();
  const track = tracks.find(
    ({ kind, language: own }) =>
      /^(?:captions|subtitles)$/.test(kind) && (!own || family(own) === family(language)),
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
