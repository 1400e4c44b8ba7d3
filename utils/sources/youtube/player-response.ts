import { parseChapters } from "../../transcript/timing/chapters/parse-chapters.ts";
import { getNumber, getObjects, getPath, getString, getText, type PageData } from "./page-data.ts";
import { findSpokenLanguage, type AudioTrack } from "./spoken-language.ts";
import type { CaptionTrack, PlayerFacts, VideoStatus } from "./video-facts.ts";

/** In characters; longer texts are cut. */
const MAX_TITLE_LENGTH = 300;
const MAX_DESCRIPTION_LENGTH = 10_000;
const MAX_TRACKS = 300;

/**
 * Reads the data of YouTube's player (`ytInitialPlayerResponse`, `getPlayerResponse()`), which has no public
 * specification (www.youtube.com, 2026-11).
 *
 * @returns null where it describes no video.
 */
export function readPlayerResponse(response: unknown): PlayerFacts | null {
  const details = getPath(response, "videoDetails");
  const id = getString(getPath(details, "videoId"));
  if (!id) return null;
  const list = getPath(response, "captions", "playerCaptionsTracklistRenderer");
  const tracks = getObjects(getPath(list, "captionTracks")).slice(0, MAX_TRACKS).map(toCaptionTrack);
  const microformat = getPath(response, "microformat", "playerMicroformatRenderer");
  const description = getString(getPath(details, "shortDescription"), MAX_DESCRIPTION_LENGTH);
  return {
    id,
    title: getString(getPath(details, "title"), MAX_TITLE_LENGTH),
    channel: getString(getPath(details, "author"), MAX_TITLE_LENGTH),
    description,
    // Live streams have a length of 0.
    durationSeconds: getNumber(getPath(details, "lengthSeconds")) || null,
    published: /^\d{4}-\d{2}-\d{2}/.exec(getString(getPath(microformat, "publishDate")))?.[0] ?? null,
    chapters: parseChapters(description.split("\n")),
    status: readStatus(response),
    tracks: tracks.filter(({ language }) => language),
    spokenLanguage: findSpokenLanguage(tracks, readAudioTracks(response, list)),
  };
}

function toCaptionTrack(track: PageData): CaptionTrack {
  return {
    language: getString(track["languageCode"], 35),
    kind: track["kind"] === "asr" ? "automatic" : "manual",
    name: getText(track["name"]).slice(0, 100),
  };
}

function readStatus(response: unknown): VideoStatus {
  const live = getPath(response, "microformat", "playerMicroformatRenderer", "liveBroadcastDetails");
  const status = getString(getPath(response, "playabilityStatus", "status"));
  const isLive =
    getPath(response, "videoDetails", "isLive") === true ||
    getPath(response, "videoDetails", "isUpcoming") === true ||
    getPath(live, "isLiveNow") === true;
  if (isLive || status === "LIVE_STREAM_OFFLINE") return "live";
  if (/^(?:LOGIN_REQUIRED|AGE_VERIFICATION_REQUIRED|AGE_CHECK_REQUIRED|CONTENT_CHECK_REQUIRED)$/.test(status))
    return "restricted";
  if (status !== "UNPLAYABLE") return status === "ERROR" ? "unplayable" : "playable";
  const offer = getPath(response, "playabilityStatus", "errorScreen", "playerLegacyDesktopYpcOfferRenderer");
  return offer ? "restricted" : "unplayable";
}

/** The audio tracks, by the list of captions, else by the formats of the stream. */
function readAudioTracks(response: unknown, captions: unknown): AudioTrack[] {
  const listed = getObjects(getPath(captions, "audioTracks"));
  const named = listed.flatMap(({ audioTrackId }) => {
    const id = getString(audioTrackId);
    return id ? [{ id, tags: "" }] : [];
  });
  if (named.length) return named;
  const formats = getObjects(getPath(response, "streamingData", "adaptiveFormats"));
  const tracks = new Map<string, AudioTrack>();
  for (const { audioTrack, xtags } of formats) {
    const id = getString(getPath(audioTrack, "id"));
    if (id) tracks.set(id, { id, tags: getString(xtags) });
  }
  return [...tracks.values()];
}
