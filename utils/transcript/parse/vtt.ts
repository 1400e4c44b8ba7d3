import type { ParsedTranscript } from "../model/transcript.ts";
import { parseCueBlocks } from "./cue-blocks.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { toCues } from "./srt.ts";

/** WebVTT says its name in the first line. */
export const isVtt = (text: string) => /^\uFEFF?\s*WEBVTT/.test(text);

/**
 * Reads WebVTT with voices, notes, styles and word times, and what real files do besides: times in bare seconds
 * (Podnews, seen 2026-10), no hours, no blank line between cues.
 */
export function parseVtt(source: string): ParsedTranscript {
  const { blocks, problems } = parseCueBlocks(source, true);
  const language = /^Language:\s*([\w-]+)/m.exec(source)?.[1] ?? null;
  return { format: "vtt", cues: extractSpeakerLabels(toCues(blocks)), problems, notes: [], language };
}
