import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { parseCueBlocks } from "./cue-blocks.ts";
import { parseVoices } from "./caption-markup.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";

/** SubRip, as written by hand, by hosts and by recognisers. */
export const isSrt = (text: string) => /(?:^|\n)[ \t]*\d+:\d\d[\d:.,]*[ \t]*-{1,2}>[ \t]*\d+:\d\d/.test(text);

/** Reads SubRip: counters may be missing, "." may stand for ",", a cue may name its speaker as "Name: ". */
export function parseSrt(source: string): ParsedTranscript {
  const { blocks, problems } = parseCueBlocks(source, false);
  return { format: "srt", cues: extractSpeakerLabels(toCues(blocks)), problems, notes: [], language: null };
}

/** One cue a voice; the times of the block are shared, the start by the first voice alone. */
export function toCues(blocks: ReturnType<typeof parseCueBlocks>["blocks"]): Cue[] {
  return blocks.flatMap(({ text, start, end, line }) =>
    parseVoices(text).map(({ words, ...voice }, i) => ({
      ...voice,
      start: i ? null : start,
      end,
      line,
      ...(words.length && { words }),
    })),
  );
}
