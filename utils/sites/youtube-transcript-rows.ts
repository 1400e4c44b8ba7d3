import { parseTime } from "../transcript/model/clock-time.ts";
import type { Cue } from "../transcript/model/transcript.ts";

/** A longer list is not read to its end. */
const MAX_ROWS = 20_000;
const MAX_TEXT_LENGTH = 1000;

/** Rows of YouTube's own transcript, in both of its layouts (www.youtube.com, 2026-08). */
const ROW_SELECTOR = "transcript-segment-view-model, ytd-transcript-segment-renderer";
const ROW_TIME_SELECTOR = ".ytwTranscriptSegmentViewModelTimestamp, .segment-timestamp";
/** Excludes the screen reader's label beside the time, such as "5 seconds". */
const ROW_TEXT_SELECTOR =
  "span.ytAttributedStringHost[role=text], span.yt-core-attributed-string, .segment-text";

/** Reads the rows of YouTube's own transcript below an element. The page can contain the list twice. */
export function readTranscriptRows(root: ParentNode | null): Cue[] {
  const seen = new Set<string>();
  const rows = [...(root?.querySelectorAll(ROW_SELECTOR) ?? [])].slice(0, MAX_ROWS);
  return rows.flatMap((row) => {
    const [time, text] = [ROW_TIME_SELECTOR, ROW_TEXT_SELECTOR].map(
      (part) => row.querySelector(part)?.textContent?.replace(/\s+/g, " ").trim() ?? "",
    );
    const start = parseTime(time!);
    const key = `${time} ${text}`;
    if (start === null || !text || seen.has(key)) return [];
    seen.add(key);
    return [{ text: text.slice(0, MAX_TEXT_LENGTH), start, end: null, speaker: null, line: 0 }];
  });
}
