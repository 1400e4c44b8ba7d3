import type { Cue, Parsed, TimeMark } from "../model.ts";
import { cutToNext } from "./cut.ts";
import { isObject, numberOf, objects, readJson, stringOf, type Json } from "./json.ts";
import { folded } from "./lines.ts";

/** YouTube's caption format `fmt=json3`. */
export const looksLikeJson3 = (text: string) =>
  /"events"\s*:/.test(text) && /"(?:tStartMs|segs)"\s*:/.test(text);

/**
 * Reads YouTube's json3. Events without words and those that only append a line break are layout; lengths of
 * recognised captions run into the next event and are cut there (as observed 2026).
 */
export function readJson3(source: string): Parsed {
  const { value, problems } = readJson(source);
  const events = objects(isObject(value) ? value["events"] : null);
  const cues = events.flatMap((event) => cueOf(event) ?? []);
  return { format: "youtube-json3", cues: cutToNext(cues), problems, notes: [], language: null };
}

function cueOf(event: Json): Cue | null {
  const startMs = numberOf(event["tStartMs"]);
  const duration = numberOf(event["dDurationMs"]);
  const words: TimeMark[] = [];
  let text = "";
  for (const seg of objects(event["segs"])) {
    const raw = (stringOf(seg["utf8"]) ?? "").replace(/\s+/g, " ");
    const said = folded(raw);
    if (said) {
      if (raw.startsWith(" ") && text && !text.endsWith(" ")) text += " ";
      const offset = numberOf(seg["tOffsetMs"]);
      if (offset !== null && startMs !== null) words.push([text.length, (startMs + offset) / 1000]);
      text += said;
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
