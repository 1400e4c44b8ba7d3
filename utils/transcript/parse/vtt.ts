import type { Parsed } from "../model.ts";
import { readBlocks } from "./blocks.ts";
import { liftLabels } from "./labels.ts";
import { cuesOf } from "./srt.ts";

/** WebVTT says its name in the first line. */
export const looksLikeVtt = (text: string) => /^\uFEFF?\s*WEBVTT/.test(text);

/**
 * Reads WebVTT with voices, notes, styles and word times, and what real files do besides: times in bare seconds
 * (Podnews, seen 2026-10), no hours, no blank line between cues.
 */
export function readVtt(source: string): Parsed {
  const { blocks, problems } = readBlocks(source, true);
  const language = /^Language:\s*([\w-]+)/m.exec(source)?.[1] ?? null;
  return { format: "vtt", cues: liftLabels(cuesOf(blocks)), problems, notes: [], language };
}
