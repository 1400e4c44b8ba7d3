import type { Cue, Parsed } from "../model.ts";
import { readBlocks } from "./blocks.ts";
import { voices } from "./inline.ts";
import { liftLabels } from "./labels.ts";

/** SubRip, as written by hand, by hosts and by recognisers. */
export const looksLikeSrt = (text: string) =>
  /(?:^|\n)[ \t]*\d+:\d\d[\d:.,]*[ \t]*-{1,2}>[ \t]*\d+:\d\d/.test(text);

/** Reads SubRip: counters may be missing, "." may stand for ",", a cue may name its speaker as "Name: ". */
export function readSrt(source: string): Parsed {
  const { blocks, problems } = readBlocks(source, false);
  return { format: "srt", cues: liftLabels(cuesOf(blocks)), problems, notes: [], language: null };
}

/** One cue a voice; the times of the block are shared, the start by the first voice alone. */
export function cuesOf(blocks: ReturnType<typeof readBlocks>["blocks"]): Cue[] {
  return blocks.flatMap(({ text, start, end, line }) =>
    voices(text).map(({ words, ...voice }, i) => ({
      ...voice,
      start: i ? null : start,
      end,
      line,
      ...(words.length && { words }),
    })),
  );
}
