import { parseTime } from "../../transcript/model/clock-time.ts";
import type { Cue } from "../../transcript/model/transcript.ts";
import type { PublishedChapter } from "../../transcript/timing/chapters/parse-chapters.ts";
import {
  getNumber,
  getObjects,
  getPath,
  getString,
  getText,
  isPageData,
  type PageData,
} from "./page-data.ts";

/** What an answer of `get_panel` contains. */
export interface PanelTranscript {
  cues: Cue[];
  chapters: PublishedChapter[];
  /** False where YouTube has no transcript of the video: the answer has no content at all. */
  hasContent: boolean;
  /** Rows were dropped because they belong to another video. */
  isOtherVideo: boolean;
}

/** Deeper objects are not read. Real answers are 16 deep (2026-08). */
const MAX_DEPTH = 60;
/** A longer list is not read to its end; a talk of ten hours has about 12,000 rows. */
const MAX_ROWS = 50_000;
const MAX_TEXT_LENGTH = 1000;

/** A row of the transcript, or the title of a chapter. */
type PanelRow = { kind: "text" | "chapter"; seconds: number | null; video: string; text: string };

/**
 * Parses an answer of YouTube's `get_panel`, which has no public specification (www.youtube.com, 2026-08). Chapters
 * split the transcript into sections, with their title in the header of a section or among its rows, so the whole
 * answer is walked.
 *
 * @param video Id of the video that was asked for.
 */
export function parsePanelResponse(response: unknown, video: string): PanelTranscript {
  const all: PanelRow[] = [];
  collectRows(getPath(response, "content"), all, 0);
  const own = all.filter((row) => !row.video || row.video === video);
  const cues: Cue[] = [];
  const chapters: PublishedChapter[] = [];
  let title = "";
  for (const { kind, seconds, text } of own) {
    if (kind === "text" && seconds !== null) cues.push(toCue(text, seconds));
    if (title && seconds !== null) chapters.push([seconds, title]);
    if (seconds !== null) title = "";
    // A title without a time belongs to the next row.
    if (kind === "chapter" && seconds === null) title = text;
    else if (kind === "chapter" && seconds !== null) chapters.push([seconds, text]);
  }
  return {
    cues,
    chapters,
    hasContent: isPageData(getPath(response, "content")),
    isOtherVideo: own.length < all.length,
  };
}

const toCue = (text: string, start: number): Cue => ({ text, start, end: null, speaker: null, line: 0 });

/** Collects the rows below a value, in their order. The header of a section comes before its rows. */
function collectRows(value: unknown, rows: PanelRow[], depth: number): void {
  if (depth > MAX_DEPTH || rows.length >= MAX_ROWS) return;
  if (Array.isArray(value)) for (const each of value) collectRows(each, rows, depth + 1);
  if (!isPageData(value)) return;
  const item = value["macroMarkersPanelItemViewModel"];
  if (isPageData(item)) {
    rows.push(...readItem(item));
    return;
  }
  collectRows(value["header"], rows, depth + 1);
  for (const [key, each] of Object.entries(value)) if (key !== "header") collectRows(each, rows, depth + 1);
}

function readItem({ item, onTap }: PageData): PanelRow[] {
  const endpoint = getPath(onTap, "innertubeCommand", "watchEndpoint");
  const video = getString(getPath(endpoint, "videoId"));
  const tapSeconds = getNumber(getPath(endpoint, "startTimeSeconds"));
  const timeline = getPath(item, "timelineItemViewModel");
  const rows: PanelRow[] = [];
  const add = (kind: PanelRow["kind"], text: string, timestamp: unknown) => {
    const clean = text.replace(/\s+/g, " ").trim().slice(0, MAX_TEXT_LENGTH);
    const seconds = tapSeconds ?? parseTime(getText(timestamp).trim());
    if (clean) rows.push({ kind, seconds, video, text: clean });
  };
  const header = getPath(item, "timelineChapterViewModel");
  if (header) add("chapter", getText(getPath(header, "title")), getPath(header, "timestamp"));
  const segments: string[] = [];
  let timestamp = getPath(timeline, "timestamp");
  for (const content of getObjects(getPath(timeline, "contentItems"))) {
    const chapter = getPath(content, "timelineChapterViewModel");
    if (chapter)
      add("chapter", getText(getPath(chapter, "title")), getPath(chapter, "timestamp") ?? timestamp);
    const segment = content["transcriptSegmentViewModel"];
    if (!isPageData(segment)) continue;
    timestamp ??= segment["timestamp"];
    segments.push(getText(segment) || getText(segment["text"]) || getText(segment["snippet"]));
  }
  if (segments.length) add("text", segments.join(" "), timestamp);
  return rows;
}
