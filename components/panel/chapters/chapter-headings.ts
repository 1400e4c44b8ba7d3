import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { interpolateSeconds } from "../../../utils/transcript/model/text-position.ts";

/** The heading of a chapter above a paragraph. */
export interface ChapterHeading {
  title: string;
  /** Index of the paragraph below the heading. */
  paragraph: number;
  /** Seconds on the transcript's clock; null where there are none. */
  seconds: number | null;
}

/** Builds the headings of a transcript's chapters, in order. Chapters without a place in the text are left out. */
export function buildChapterHeadings({ chapters = [], paragraphs }: Transcript): ChapterHeading[] {
  const headings = chapters.flatMap(({ title, paragraph, offset }): ChapterHeading[] => {
    if (paragraph === null || !paragraphs[paragraph]) return [];
    const seconds = interpolateSeconds(paragraphs, { paragraph, offset });
    return [{ title, paragraph: chooseHeadingParagraph(paragraphs, paragraph, offset), seconds }];
  });
  return headings.toSorted((a, b) => a.paragraph - b.paragraph);
}

/** A chapter that begins in the second half of a paragraph has its heading above the next paragraph. */
const chooseHeadingParagraph = (
  paragraphs: readonly Paragraph[],
  paragraph: number,
  offset: number,
): number =>
  offset > paragraphs[paragraph]!.text.length / 2
    ? Math.min(paragraph + 1, paragraphs.length - 1)
    : paragraph;

/** Finds the heading of the chapter that contains a paragraph. Returns its index; -1 before the first chapter. */
export const findHeadingIndex = (headings: readonly ChapterHeading[], paragraph: number): number =>
  headings.findLastIndex((heading) => heading.paragraph <= paragraph);
