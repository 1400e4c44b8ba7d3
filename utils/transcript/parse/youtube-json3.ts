import type { Cue, ParsedTranscript, TimeMark } from "../model/transcript.ts";
import { trimOverlaps } from "./trim-overlaps.ts";
import {
  isJsonObject,
  toNumberOrNull,
  toJsonObjects,
  parseLenientJson,
  toStringOrNull,
  type JsonObject,
} from "./lenient-json.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** Whether JSON is YouTube's caption format json3. */
export const isYoutubeJson3 = (text: string) =>
  /"events"\s*:/.test(text) && /"(?:tStartMs|segs)"\s*:/.test(text);

/**
 * Parses YouTube's json3, which has no public specification (observed in 2026).
 * Events without words, or with a line break only, are layout. Recognized captions overlap the next event.
 */
export function parseYoutubeJson3(source: string): ParsedTranscript {
  const { value, problems } = parseLenientJson(source);
  const events = toJsonObjects(isJsonObject(value) ? value["events"] : null);
  const cues = events.flatMap((event) => toJson3Cue(event) ?? []);
  return { format: "youtube-json3", cues: trimOverlaps(cues), problems, notes: [], language: null };
}

function toJson3Cue(event: JsonObject): Cue | null {
  const startMs = toNumberOrNull(event["tStartMs"]);
  const duration = toNumberOrNull(event["dDurationMs"]);
  const words: TimeMark[] = [];
  let text = "";
  for (const seg of toJsonObjects(event["segs"])) {
    const raw = (toStringOrNull(seg["utf8"]) ?? "").replace(/\s+/g, " ");
    const segmentText = collapseWhitespace(raw);
    if (segmentText) {
      if (raw.startsWith(" ") && text && !text.endsWith(" ")) text += " ";
      const offset = toNumberOrNull(seg["tOffsetMs"]);
      if (offset !== null && startMs !== null) words.push([text.length, (startMs + offset) / 1000]);
      text += segmentText;
    }
    if (text && raw.endsWith(" ") && !text.endsWith(" ")) text += " ";
  }
  if (!text.trim()) return null;
  return {
    text: text.trimEnd(),
    start: startMs === null ? null : startMs / 1000,
    end: startMs === null || duration === null ? null : (startMs + duration) / 1000,
    speaker: null,
    line: 1,
    ...(words.length && { words }),
  };
}
