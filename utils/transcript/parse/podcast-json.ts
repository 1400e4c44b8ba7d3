import type { Cue, Parsed } from "../model.ts";
import { isObject, numberOf, objects, readJson, stringOf } from "./json.ts";
import { folded } from "./lines.ts";
import { cuesOfWords, type TimedWord } from "./words.ts";

/** Most words a segment has on average when the file goes word by word. */
const WORD_BY_WORD = 1.5;

/** The Podcasting 2.0 form names its segments' words "body". */
export const looksLikePodcastJson = (text: string) => /"segments"\s*:/.test(text) && /"body"\s*:/.test(text);

/**
 * Reads the JSON transcript of the podcast namespace (`segments[].{speaker,startTime,endTime,body}`).
 * Times may be strings; a segment without speaker goes on with the one before; some hosts give a segment a word.
 */
export function readPodcastJson(source: string): Parsed {
  const { value, problems } = readJson(source);
  const segments = objects(isObject(value) ? value["segments"] : null);
  let speaker: string | null = null;
  const words = segments.map((segment, i): TimedWord => {
    speaker = folded(stringOf(segment["speaker"]) ?? "") || speaker;
    const text = stringOf(segment["body"]);
    if (text === null) problems.push({ line: 1, message: `Segment ${i + 1} has no words.` });
    const start = numberOf(segment["startTime"]);
    return { text: folded(text ?? ""), start, end: numberOf(segment["endTime"]), speaker, line: 1 };
  });
  const spoken = words.filter((word) => word.text);
  const count = spoken.reduce((sum, word) => sum + word.text.split(" ").length, 0);
  const cues: Cue[] = count <= spoken.length * WORD_BY_WORD ? cuesOfWords(spoken) : spoken;
  const language = isObject(value) ? stringOf(value["language"]) : null;
  return { format: "podcast-json", cues, problems, notes: [], language };
}
