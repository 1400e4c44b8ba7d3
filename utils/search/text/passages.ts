import { findVisibleCorrections } from "../../transcript/model/corrections.ts";
import type { TimeMark, Timing, Transcript } from "../../transcript/model/transcript.ts";

/** What search indexes: the words of neighbouring paragraphs, some 100 to 150 of them. */
export interface Passage {
  /** Running number within the library; the index knows passages by it. */
  id: string;
  episode: string;
  /** Indexes of its first and last paragraph. */
  paragraphs: [first: number, last: number];
  /** The paragraphs' texts, a blank line between them. */
  text: string;
  /** Offsets into the text at which its paragraphs begin. */
  starts: number[];
  /** Of each paragraph. */
  speakers: (string | null)[];
  times: TimeMark[];
  timing: Timing;
  /** Words that were heard otherwise: where they are shown, how many characters, and what was heard. */
  heard?: [at: number, length: number, heard: string][];
  /** Title of the chapter it begins in. */
  chapter?: string;
  /** No talk: an advert, opening or closing words. Found when asked for. */
  aside?: true;
}

/** A passage ends with the paragraph with which it reaches this many words. */
const TARGET_PASSAGE_WORDS = 90;
/** A paragraph that would make it longer than this begins a new one. */
const MAX_PASSAGE_WORDS = 180;
const PARAGRAPH_SEPARATOR = "\n\n";

/** Cuts a transcript into passages; notes are no speech and stay out, and what is no talk stands apart. */
export function splitPassages({ episode, timing, paragraphs, chapters = [] }: Transcript): Passage[] {
  const passages: Passage[] = [];
  let words = 0;
  for (const [i, { text, speaker, times, kind, changes }] of paragraphs.entries()) {
    const count = text.split(" ").length;
    const aside = kind === "sponsor" || kind === "credits";
    let passage = passages.at(-1);
    if (
      !passage ||
      aside !== (passage.aside ?? false) ||
      words >= TARGET_PASSAGE_WORDS ||
      words + count > MAX_PASSAGE_WORDS
    ) {
      const id = `${episode}:${i}`;
      passage = { id, episode, paragraphs: [i, i], text: "", starts: [], speakers: [], times: [], timing };
      if (aside) passage.aside = true;
      const chapter = chapters.findLast(({ paragraph }) => paragraph !== null && paragraph <= i);
      if (chapter) passage.chapter = chapter.title;
      passages.push(passage);
      words = 0;
    }
    const start = passage.text ? passage.text.length + PARAGRAPH_SEPARATOR.length : 0;
    passage.text += (passage.text ? PARAGRAPH_SEPARATOR : "") + text;
    passage.starts.push(start);
    passage.speakers.push(speaker);
    passage.times.push(...times.map(([at, s]): TimeMark => [at + start, s]));
    for (const { at, length, heard } of findVisibleCorrections({ text, changes }))
      (passage.heard ??= []).push([at + start, length, heard]);
    passage.paragraphs[1] = i;
    words += count;
  }
  return passages;
}

/** Which paragraph of a passage's text an offset lies in, counted from the passage's first. */
export const findParagraphIndex = (text: string, offset: number): number =>
  text.slice(0, offset).split(PARAGRAPH_SEPARATOR).length - 1;
