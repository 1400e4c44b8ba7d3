import type { ParsedTranscript } from "../model/transcript.ts";
import { parseCueBlocks } from "./cue-blocks.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { toCues } from "./srt.ts";

/** Whether a text has the signature of WebVTT in its first line. */
export const isVtt = (text: string) => /^\uFEFF?\s*WEBVTT/.test(text);

/**
 * Parses WebVTT (https://www.w3.org/TR/webvtt1/), and what real files do besides: times in seconds alone (Podnews, seen
 * 2026-10), or no blank lines between cues.
 */
export function parseVtt(source: string): ParsedTranscript {
  const { blocks, problems } = parseCueBlocks(source, true);
  const language = /^Language:\s*([\w-]+)/m.exec(source)?.[1] ?? null;
  return { format: "vtt", cues: extractSpeakerLabels(toCues(blocks)), problems, notes: [], language };
}
