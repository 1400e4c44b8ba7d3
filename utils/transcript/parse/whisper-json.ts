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

/** Whisper and its kin: segments with "start" and "text", or whisper.cpp's "transcription" with "offsets". */
export const isWhisperJson = (text: string) =>
  /"transcription"\s*:\s*\[/.test(text) || (/"start"\s*:/.test(text) && /"text"\s*:/.test(text));

/** Reads what Whisper, faster-whisper, WhisperX, whisper.cpp and Substack write; whisper.cpp counts in milliseconds. */
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
  const said = toJsonObjects(segment["words"]).map(
    (word) => toStringOrNull(word["word"]) ?? toStringOrNull(word["text"]) ?? "",
  );
  const text = collapseWhitespace(toStringOrNull(segment["text"]) ?? said.map((word) => ` ${word}`).join(""));
  if (!text) return null;
  const offsets = isJsonObject(segment["offsets"]) ? segment["offsets"] : null;
  const time = (own: string, offset: string) => {
    const ms = offsets && toNumberOrNull(offsets[offset]);
    return ms === null ? toNumberOrNull(segment[own]) : ms / 1000;
  };
  const words = locateWordTimes(text, toJsonObjects(segment["words"]));
  return {
    text,
    start: time("start", "from"),
    end: time("end", "to"),
    speaker: collapseWhitespace(toStringOrNull(segment["speaker"]) ?? "") || null,
    line: 1,
    ...(words.length && { words }),
  };
}

/** Where in the text each timed word stands; a word that is not found there is passed over. */
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

/** Whisper names some languages in full ("english"); only tags are passed on. */
const toLanguageTag = (language: string | null) =>
  language && /^[a-z]{2,3}(?:-|$)/i.test(language) ? language : null;
