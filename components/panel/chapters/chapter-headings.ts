import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { interpolateSeconds } from "../../../utils/transcript/model/text-position.ts";

/** A chapter as the panel shows it: above a paragraph. */
export interface ChapterHeading {
  title: string;
  /** Index of the paragraph it stands above. */
  paragraph: number;
  /** Seconds on the clock of the transcript at hand; null where there are none. */
  seconds: number | null;
}

/** The chapters of a transcript above the paragraphs with which they begin, in order; those without a place are left out. */
export function buildChapterHeadings({ chapters = [], paragraphs }: Transcript): ChapterHeading[] {
  const headings = chapters.flatMap(({ title, paragraph, offset }): ChapterHeading[] => {
    if (paragraph === null || !paragraphs[paragraph]) return [];
    const seconds = interpolateSeconds(paragraphs, { paragraph, offset });
    return [{ title, paragraph: chooseHeadingParagraph(paragraphs, paragraph, offset), seconds }];
  });
  return headings.toSorted((a, b) => a.paragraph - b.paragraph);
}

/** A chapter that begins late in a paragraph stands above the next one. */
const chooseHeadingParagraph = (
  paragraphs: readonly Paragraph[],
  paragraph: number,
  offset: number,
): number =>
  offset > paragraphs[paragraph]!.text.length / 2
    ? Math.min(paragraph + 1, paragraphs.length - 1)
    : paragraph;

/** The chapter that a paragraph belongs to, by its index among the headings; -1 before the first. */
export const findHeadingIndex = (headings: readonly ChapterHeading[], paragraph: number): number =>
  headings.findLastIndex((heading) => heading.paragraph <= paragraph);
