import type { Cue, ParsedTranscript, TimeMark } from "../model/transcript.ts";
import {
  isJsonObject,
  toNumberOrNull,
  toJsonObjects,
  parseLenientJson,
  toStringOrNull,
  type JsonObject,
} from "./lenient-json.ts";
import { collapseWhitespace } from "./source-lines.ts";

/** Whether JSON has segments with "start" and "text" like Whisper's, or a "transcription" like whisper.cpp's. */
export const isWhisperJson = (text: string) =>
  /"transcription"\s*:\s*\[/.test(text) || (/"start"\s*:/.test(text) && /"text"\s*:/.test(text));

/**
 * Parses the JSON of Whisper (https://github.com/openai/whisper), faster-whisper, WhisperX, whisper.cpp
 * (https://github.com/ggml-org/whisper.cpp) and Substack. Only whisper.cpp has times in milliseconds, as "offsets".
 */
export function parseWhisperJson(source: string): ParsedTranscript {
  const { value, problems } = parseLenientJson(source);
  const root = isJsonObject(value) ? value : {};
  const whole = toStringOrNull(root["text"]);
  const listed = Array.isArray(value)
    ? toJsonObjects(value)
    : toJsonObjects(root["segments"] ?? root["transcription"]);
  const segments = listed.length || !whole ? listed : [{ text: whole }];
  const result = isJsonObject(root["result"]) ? root["result"] : root;
  const cues = segments.flatMap((segment) => toWhisperCue(segment) ?? []);
  return {
    format: "whisper-json",
    cues,
    problems,
    notes: [],
    language: toLanguageTag(toStringOrNull(result["language"])),
  };
}

function toWhisperCue(segment: JsonObject): Cue | null {
  const wordTexts = toJsonObjects(segment["words"]).map(
    (word) => toStringOrNull(word["word"]) ?? toStringOrNull(word["text"]) ?? "",
  );
  const text = collapseWhitespace(
    toStringOrNull(segment["text"]) ?? wordTexts.map((word) => ` ${word}`).join(""),
  );
  if (!text) return null;
  const offsets = isJsonObject(segment["offsets"]) ? segment["offsets"] : null;
  const getSeconds = (own: string, offset: string) => {
    const ms = offsets && toNumberOrNull(offsets[offset]);
    return ms === null ? toNumberOrNull(segment[own]) : ms / 1000;
  };
  const words = locateWordTimes(text, toJsonObjects(segment["words"]));
  return {
    text,
    start: getSeconds("start", "from"),
    end: getSeconds("end", "to"),
    speaker: collapseWhitespace(toStringOrNull(segment["speaker"]) ?? "") || null,
    line: 1,
    ...(words.length && { words }),
  };
}

/** Finds the offset of each timed word in the text; words that are not found are skipped. */
function locateWordTimes(text: string, words: JsonObject[]): TimeMark[] {
  let from = 0;
  return words.flatMap((entry): TimeMark[] => {
    const word = collapseWhitespace(toStringOrNull(entry["word"]) ?? toStringOrNull(entry["text"]) ?? "");
    const start = toNumberOrNull(entry["start"]);
    const at = word ? text.indexOf(word, from) : -1;
    if (at < 0) return [];
    from = at + word.length;
    return start === null ? [] : [[at, start]];
  });
}

/** The language where it is a tag. Whisper writes some in full ("english"), which are dropped. */
const toLanguageTag = (language: string | null) =>
  language && /^[a-z]{2,3}(?:-|$)/i.test(language) ? language : null;
