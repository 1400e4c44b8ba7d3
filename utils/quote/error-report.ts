import { formatTime } from "../transcript/model/clock-time.ts";
import type { Paragraph, Timing } from "../transcript/model/transcript.ts";
import { interpolateSeconds } from "../transcript/model/text-position.ts";

/** What a report about wrong words needs to know. */
export interface TranscriptErrorReport {
  episode: { id: string; title: string; show: string };
  timing: Timing;
  paragraph: Paragraph;
  /** Character offset of the words in the paragraph's text. */
  start: number;
  /** The words as shown and as heard; the same where nothing was changed. */
  shown: string;
  heard: string;
  /** Why they are shown otherwise; empty where they are not. */
  why: string;
}

/** How much of the text around is told, in characters. */
const CONTEXT_CHARACTERS = 60;

/** A ready-made report about words that are wrong, to be pasted wherever the reader reports it. */
export function formatErrorReport({
  episode,
  timing,
  paragraph,
  start,
  shown,
  heard,
  why,
}: TranscriptErrorReport): string {
  const { text } = paragraph;
  const end = start + shown.length;
  const seconds = interpolateSeconds([paragraph], { paragraph: 0, offset: start });
  const about = timing === "exact" ? "" : "about ";
  const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
  const after = text.slice(end, end + CONTEXT_CHARACTERS);
  return [
    "Wrong words in a transcript of Earmark",
    `Episode: ${episode.title} (${episode.show}, ${episode.id})`,
    ...(seconds === null ? [] : [`Time: ${about}${formatTime(seconds)}`]),
    `Shown: ${shown}`,
    `Heard: ${heard}`,
    ...(why ? [`Why: ${why}`] : []),
    `Place: …${before}[${text.slice(start, end)}]${after}…`,
    "Should be: ",
  ].join("\n");
}
