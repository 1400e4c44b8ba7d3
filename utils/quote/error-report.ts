import { formatTime } from "../transcript/model/clock-time.ts";
import type { Paragraph, Timing } from "../transcript/model/transcript.ts";
import { interpolateSeconds } from "../transcript/model/text-position.ts";

/** Wrong words in a transcript, with their place. */
export interface TranscriptErrorReport {
  episode: { id: string; title: string; show: string };
  timing: Timing;
  paragraph: Paragraph;
  /** Character offset of the words in the paragraph's text. */
  start: number;
  /** The words as shown and as heard; equal for unchanged words. */
  shown: string;
  heard: string;
  /** Why the words were changed, as a sentence; empty for unchanged words. */
  why: string;
}

/** Length of the quoted context on either side, in characters. */
const CONTEXT_CHARACTERS = 60;

/** Formats a report about wrong words as plain text, which the reader pastes into an issue or a message. */
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
