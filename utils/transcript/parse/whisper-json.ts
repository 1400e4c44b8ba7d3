import type { Cue, Parsed, TimeMark } from "../model.ts";
import { isObject, numberOf, objects, readJson, stringOf, type Json } from "./json.ts";
import { folded } from "./lines.ts";

/** Whisper and its kin: segments with "start" and "text", or whisper.cpp's "transcription" with "offsets". */
export const looksLikeWhisperJson = (text: string) =>
  /"transcription"\s*:\s*\[/.test(text) || (/"start"\s*:/.test(text) && /"text"\s*:/.test(text));

/** Reads what Whisper, faster-whisper, WhisperX, whisper.cpp and Substack write; whisper.cpp counts in milliseconds. */
export function readWhisperJson(source: string): Parsed {
  const { value, problems } = readJson(source);
  const root = isObject(value) ? value : {};
  const whole = stringOf(root["text"]);
  const listed = Array.isArray(value) ? objects(value) : objects(root["segments"] ?? root["transcription"]);
  const segments = listed.length || !whole ? listed : [{ text: whole }];
  const result = isObject(root["result"]) ? root["result"] : root;
  const cues = segments.flatMap((segment) => cueOf(segment) ?? []);
  return { format: "whisper-json", cues, problems, notes: [], language: tagOf(stringOf(result["language"])) };
}

function cueOf(segment: Json): Cue | null {
  const said = objects(segment["words"]).map(
    (word) => stringOf(word["word"]) ?? stringOf(word["text"]) ?? "",
  );
  const text = folded(stringOf(segment["text"]) ?? said.map((word) => ` ${word}`).join(""));
  if (!text) return null;
  const offsets = isObject(segment["offsets"]) ? segment["offsets"] : null;
  const time = (own: string, offset: string) => {
    const ms = offsets && numberOf(offsets[offset]);
    return ms === null ? numberOf(segment[own]) : ms / 1000;
  };
  const words = wordTimes(text, objects(segment["words"]));
  return {
    text,
    start: time("start", "from"),
    end: time("end", "to"),
    speaker: folded(stringOf(segment["speaker"]) ?? "") || null,
    line: 1,
    ...(words.length && { words }),
  };
}

/** Where in the text each timed word stands; a word that is not found there is passed over. */
function wordTimes(text: string, words: Json[]): TimeMark[] {
  let from = 0;
  return words.flatMap((entry): TimeMark[] => {
    const word = folded(stringOf(entry["word"]) ?? stringOf(entry["text"]) ?? "");
    const start = numberOf(entry["start"]);
    const at = word ? text.indexOf(word, from) : -1;
    if (at < 0) return [];
    from = at + word.length;
    return start === null ? [] : [[at, start]];
  });
}

/** Whisper names some languages in full ("english"); only tags are passed on. */
const tagOf = (language: string | null) =>
  language && /^[a-z]{2,3}(?:-|$)/i.test(language) ? language : null;
