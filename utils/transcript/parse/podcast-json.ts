import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import {
  isJsonObject,
  toNumberOrNull,
  toJsonObjects,
  parseLenientJson,
  toStringOrNull,
} from "./lenient-json.ts";
import { collapseWhitespace } from "./source-lines.ts";
import { groupTokens, type SourceToken } from "./group-tokens.ts";

/** A file with fewer words per segment, on average, has a segment for each word. */
const MAX_WORDS_PER_TOKEN_SEGMENT = 1.5;

/** Whether JSON is a transcript of the podcast namespace, whose segments have a "body". */
export const isPodcastJson = (text: string) => /"segments"\s*:/.test(text) && /"body"\s*:/.test(text);

/**
 * Parses the JSON transcripts of the podcast namespace, `segments[].{speaker,startTime,endTime,body}`.
 * Times may be strings, a segment without a speaker has that of the one before, and some hosts write a segment for
 * each word.
 *
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
 */
export function parsePodcastJson(source: string): ParsedTranscript {
  const { value, problems } = parseLenientJson(source);
  const segments = toJsonObjects(isJsonObject(value) ? value["segments"] : null);
  let speaker: string | null = null;
  const words = segments.map((segment, i): SourceToken => {
    speaker = collapseWhitespace(toStringOrNull(segment["speaker"]) ?? "") || speaker;
    const text = toStringOrNull(segment["body"]);
    if (text === null) problems.push({ line: 1, code: "empty-segment", segment: i + 1 });
    const start = toNumberOrNull(segment["startTime"]);
    return {
      text: collapseWhitespace(text ?? ""),
      start,
      end: toNumberOrNull(segment["endTime"]),
      speaker,
      line: 1,
    };
  });
  const spoken = words.filter((word) => word.text);
  const count = spoken.reduce((sum, word) => sum + word.text.split(" ").length, 0);
  const cues: Cue[] = count <= spoken.length * MAX_WORDS_PER_TOKEN_SEGMENT ? groupTokens(spoken) : spoken;
  const language = isJsonObject(value) ? toStringOrNull(value["language"]) : null;
  return { format: "podcast-json", cues, problems, notes: [], language };
}
