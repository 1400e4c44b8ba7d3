import type { Evidence } from "./evidence.ts";
import type { ParseProblem } from "./parse-problem.ts";

/**
 * The data model: what a source has (Cue), what a reader sees (Paragraph), and every difference between the two
 * (Change). All times are seconds from the start of the episode.
 */

/** How the times of a transcript were found. All but "exact" are shown as approximate. */
export type Timing = "exact" | "aligned" | "estimated" | "none";

/** A character offset into a text, and the second at which the word there begins. */
export type TimeMark = [offset: number, seconds: number];

/** A piece of speech in a source. */
export interface Cue {
  text: string;
  /** Seconds; null where the source gives none. */
  start: number | null;
  /** Seconds; null where the source gives none. May be after the next cue's start. */
  end: number | null;
  /** As the source writes it; null where it names no one. */
  speaker: string | null;
  /** Line of the source, from 1. */
  line: number;
  /** Times of single words inside the text, where the source has them. */
  words?: TimeMark[];
  /** The source lost words between the cue before and this one. */
  lost?: true;
  /** The source starts a new paragraph here. */
  paragraph?: true;
  /** A minute mark without digits precedes the cue; its time is to be recovered. */
  brokenMark?: true;
  /** Ranges in which lines of the source were joined without a space. */
  joins?: LineJoin[];
}

/** A range of a cue's text in which one space between two words was lost. */
export interface LineJoin {
  /** Character offsets of the first and last letter that may begin the second word. */
  from: number;
  to: number;
  /** The source's layout proves the loss rather than only allowing it. */
  certain: boolean;
}

/** What a parser makes of a source. Parsers never throw: what they can't read becomes a ParseProblem. */
export interface ParsedTranscript {
  format: TranscriptFormat;
  cues: Cue[];
  problems: ParseProblem[];
  /** Paragraphs of the file that are not speech: show notes, credits, an abstract. */
  notes: string[];
  /** BCP 47 tag, where the source names one. */
  language: string | null;
}

/** The formats that can be parsed. */
export type TranscriptFormat =
  | "srt"
  | "vtt"
  | "podcast-json"
  | "podcast-html"
  | "youtube-json3"
  | "youtube-srv1"
  | "youtube-srv3"
  | "whisper-json"
  | "ttml"
  | "numbered-text"
  | "labelled-text"
  | "minute-marks"
  | "plain";

/** One recorded difference between the heard and the shown text. */
export interface Change {
  /** Character offset into the paragraph's text as shown. */
  at: number;
  /** Length of the shown text in characters; 0 for words taken out. */
  length: number;
  /** What was heard there; empty for words put in. */
  heard: string;
  /** Name of the cleaning step. */
  step: string;
  /** The evidence for the change. */
  why: Evidence;
}

/** Whether a paragraph is part of the talk, or what else it is. */
export type ParagraphKind = "talk" | "notes" | "sponsor" | "credits" | "lost";

/** Words of one speaker, a few sentences. */
export interface Paragraph {
  /** Name of the speaker, null where unknown. */
  speaker: string | null;
  text: string;
  /** Ascending in both offset and seconds; empty where there are no times. */
  times: TimeMark[];
  /** Ascending by offset, without overlap. */
  changes: Change[];
  /** Absent for the talk. */
  kind?: ParagraphKind;
  /** Confidence in its times, from 0 to 1; only where they come from captions. */
  confidence?: number;
}

/** Why the published time of a chapter is not relied on. */
export type ChapterNote =
  /** It contradicts the order of the chapters. */
  | "out-of-order"
  /** The talk turns to the chapter nowhere near it. */
  | "not-found"
  /** The transcript's own times differ: the talk turns to the chapter at `Chapter.seconds`. */
  | "off";

/** Why captions gave a transcript no times. */
export type CaptionsProblem =
  /** The transcript has exact times of its own. */
  | { code: "exact" }
  /** The captions are of another talk: only `percent` of the words match, from 0 to 100. */
  | { code: "other-talk"; percent: number }
  /** The captions have no times. */
  | { code: "untimed" };

/** A chapter as a show published it, and the place where the talk turns to it. */
export interface Chapter {
  title: string;
  /** Seconds, as published. */
  published: number;
  /** Index of the paragraph in which the talk turns to it; null where that is unknown. */
  paragraph: number | null;
  /** Character offset in that paragraph's text. */
  offset: number;
  /** Seconds at that place; null where it is unknown. */
  seconds: number | null;
  /** The times of the text around it come from this chapter. */
  pins?: true;
  /** Why its published time is not relied on. */
  note?: ChapterNote;
}

/** The cleaned transcript of one episode. */
export interface Transcript {
  episode: string;
  timing: Timing;
  /** BCP 47 tag. */
  language: string;
  paragraphs: Paragraph[];
  /** As they were published. */
  chapters?: Chapter[];
  /** What a reader should know about the source of the times. */
  remarks?: CaptionsProblem[];
  /** Show notes found in the transcript's file, one entry per paragraph. */
  notes?: string[];
}
