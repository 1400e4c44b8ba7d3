import { findVisibleCorrections } from "../../transcript/model/corrections.ts";
import type { TimeMark, Timing, Transcript } from "../../transcript/model/transcript.ts";

/** The unit of search: some 100 to 150 words of neighbouring paragraphs. */
export interface Passage {
  /** Unique in the library: the episode and the first paragraph. */
  id: string;
  episode: string;
  /** Indexes of the first and last paragraph in the transcript. */
  paragraphs: [first: number, last: number];
  /** The paragraphs' texts, joined by a blank line. */
  text: string;
  /** Offset into the text of each paragraph. */
  starts: number[];
  /** Speaker of each paragraph. */
  speakers: (string | null)[];
  times: TimeMark[];
  timing: Timing;
  /** Visible corrections: offset and length in the text, and the recogniser's wording. */
  heard?: [at: number, length: number, heard: string][];
  /** Title of the chapter in which the passage begins. */
  chapter?: string;
  /** Boilerplate: an ad, an intro or an outro. Results list it only on request. */
  aside?: true;
}

/** A passage ends with the paragraph that reaches this length. */
const TARGET_PASSAGE_WORDS = 90;
/** A paragraph that would exceed this length begins a new passage. */
const MAX_PASSAGE_WORDS = 180;
const PARAGRAPH_SEPARATOR = "\n\n";

/** Cuts a transcript into passages. Show notes are left out, and boilerplate never shares a passage with talk. */
export function splitPassages({ episode, timing, paragraphs, chapters = [] }: Transcript): Passage[] {
  const passages: Passage[] = [];
  let words = 0;
  for (const [i, { text, speaker, times, kind, changes }] of paragraphs.entries()) {
    const count = text.split(" ").length;
    const isBoilerplate = kind === "sponsor" || kind === "credits";
    let passage = passages.at(-1);
    if (
      !passage ||
      isBoilerplate !== (passage.aside ?? false) ||
      words >= TARGET_PASSAGE_WORDS ||
      words + count > MAX_PASSAGE_WORDS
    ) {
      const id = `${episode}:${i}`;
      passage = { id, episode, paragraphs: [i, i], text: "", starts: [], speakers: [], times: [], timing };
      if (isBoilerplate) passage.aside = true;
      const chapter = chapters.findLast(({ paragraph }) => paragraph !== null && paragraph <= i);
      if (chapter) passage.chapter = chapter.title;
      passages.push(passage);
      words = 0;
    }
    const start = passage.text ? passage.text.length + PARAGRAPH_SEPARATOR.length : 0;
    passage.text += (passage.text ? PARAGRAPH_SEPARATOR : "") + text;
    passage.starts.push(start);
    passage.speakers.push(speaker);
    passage.times.push(...times.map(([at, seconds]): TimeMark => [at + start, seconds]));
    for (const { at, length, heard } of findVisibleCorrections({ text, changes }))
      (passage.heard ??= []).push([at + start, length, heard]);
    passage.paragraphs[1] = i;
    words += count;
  }
  return passages;
}

/** The paragraph at an offset into a passage's text, counted from the passage's first paragraph. */
export const findParagraphIndex = (text: string, offset: number): number =>
  text.slice(0, offset).split(PARAGRAPH_SEPARATOR).length - 1;
