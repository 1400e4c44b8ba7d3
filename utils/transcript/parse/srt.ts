import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { parseCueBlocks } from "./cue-blocks.ts";
import { parseVoices } from "./caption-markup.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";

/** Whether a text is SubRip, as people, hosts and recognizers write it. */
export const isSrt = (text: string) => /(?:^|\n)[ \t]*\d+:\d\d[\d:.,]*[ \t]*-{1,2}>[ \t]*\d+:\d\d/.test(text);

/**
 * Parses SubRip. Counters may be missing, times may have "." for ",", and a cue may name its speaker as "Name: ".
 *
 * @see https://www.matroska.org/technical/subtitles.html
 */
export function parseSrt(source: string): ParsedTranscript {
  const { blocks, problems } = parseCueBlocks(source, false);
  return { format: "srt", cues: extractSpeakerLabels(toCues(blocks)), problems, notes: [], language: null };
}

/** Makes a cue of each voice. All have the end of their block, and the first one has its start. */
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
