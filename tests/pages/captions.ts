import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatTime, formatTimestamp } from "../../utils/transcript/model/clock-time.ts";

/** Captions of the untimed talk begin late, so that they can't be taken for times found from its length. */
const FIRST_SECONDS = 600;
const LINE_SECONDS = 3.5;
const lines = readFileSync(
  join(import.meta.dirname, "../../assets/library/transcripts/twiml-008.txt"),
  "utf8",
)
  .split("\n")
  .filter((line) => line.trim());
const startOf = (k: number) => FIRST_SECONDS + k * LINE_SECONDS;

/** Captions of the talk that ships without times, as a file. */
export const captionsFile = (): string =>
  `WEBVTT\n\n${lines
    .map(
      (line, k) =>
        `${formatTimestamp(startOf(k), ".")} --> ${formatTimestamp(startOf(k + 1), ".")}\n${line.toLowerCase()}\n`,
    )
    .join("\n")}`;

/** How many lines of it YouTube's own transcript has, as when it is still filling. */
const ROWS = 150;

/** The same as YouTube's own transcript, opened by the reader; the list stands in the page twice. */
export const captionRows = (): string => {
  const rows = lines
    .slice(0, ROWS)
    .map(
      (line, k) => `<transcript-segment-view-model>
        <div class="ytwTranscriptSegmentViewModelTimestamp">${formatTime(startOf(k))}</div>
        <div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">${startOf(k)} seconds</div>
        <span class="ytAttributedStringHost" role="text">${line.toLowerCase()}</span>
      </transcript-segment-view-model>`,
    )
    .join("\n");
  return `<div data-target-id="PAmodern_transcript_view">${rows}</div><div hidden>${rows}</div>`;
};
