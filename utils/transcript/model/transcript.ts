import type { Evidence } from "./evidence.ts";
import type { ParseProblem } from "./parse-problem.ts";

/**
 * The words of the house: what a source said (Cue), what a reader sees (Paragraph), and every difference
 * between the two (Change). Plain data; all times are seconds from the start of the episode.
 */

/** How the times of a transcript were had. Anything but "exact" is shown with "about". */
export type Timing = "exact" | "aligned" | "estimated" | "none";

/** A character offset into a text, and the second at which the word there begins. */
export type TimeMark = [offset: number, seconds: number];

/** What a source said, at a time, perhaps by someone. */
export interface Cue {
  text: string;
  /** Seconds; null where the source gives none. */
  start: number | null;
  /** Seconds; null where the source gives none. May lie after the next cue's start. */
  end: number | null;
  /** As the source writes it; null where it names nobody. */
  speaker: string | null;
  /** Line of the source on which the cue stands, from 1. */
  line: number;
  /** Times of single words inside the text, where the source has them. */
  words?: TimeMark[];
  /** Words are missing between the cue before and this one. */
  lost?: true;
  /** The source starts a new paragraph here. */
  paragraph?: true;
  /** A minute mark stood here whose digits are gone; its time is to be found. */
  brokenMark?: true;
  /** Where lines of the source were joined without a space. */
  joins?: LineJoin[];
}

/** A stretch of a cue's text in which a space was lost, at one place, between two words. */
export interface LineJoin {
  /** Character offsets of the first and last letter before which the space may have stood. */
  from: number;
  to: number;
  /** The source's layout proves the loss; otherwise it only allows it. */
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

/** Every transcript format that can be told apart. */
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

/** One recorded difference between what was heard and what is shown. */
export interface Change {
  /** Character offset into the paragraph's text as shown. */
  at: number;
  /** How many characters are shown there in place of what was heard; 0 for words taken out. */
  length: number;
  /** What stood there; empty for something put in. */
  heard: string;
  /** Name of the cleaning step. */
  step: string;
  /** The evidence for the change. */
  why: Evidence;
}

/** What a paragraph is: the talk itself, or something set apart from it. */
export type ParagraphKind = "talk" | "notes" | "sponsor" | "credits" | "lost";

/** Words of one speaker, a few sentences. */
export interface Paragraph {
  /** Name of the speaker, null where unknown. */
  speaker: string | null;
  text: string;
  /** Ascending in both offset and seconds; empty where there are no times. */
  times: TimeMark[];
  /** Ascending by place; never overlapping. */
  changes: Change[];
  /** Absent for the talk itself. */
  kind?: ParagraphKind;
  /** How surely its times are right, from 0 to 1; only where they were matched to captions. */
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

/** A chapter that a show published, and where the talk turns to it. */
export interface Chapter {
  title: string;
  /** Seconds, as published. */
  published: number;
  /** Where the talk turns to it: a paragraph by index, and a character offset in its text; null where nowhere. */
  paragraph: number | null;
  offset: number;
  /** Seconds at that place; null where there is none. */
  seconds: number | null;
  /** The times of the text around were found by this chapter's. */
  pins?: true;
  /** Why its published time is not relied on. */
  note?: ChapterNote;
}

/** The cleaned text of one episode. */
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
  /** Show notes that stood in the transcript's file, a paragraph an entry. */
  notes?: string[];
}
