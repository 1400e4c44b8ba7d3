import type { Paragraph } from "./transcript.ts";

/**
 * The text of a paragraph as it was heard: every Change undone.
 * Capitals, punctuation and layout are no Changes, so they remain.
 */
export function getHeardText({ text, changes }: Pick<Paragraph, "text" | "changes">): string {
  return changes
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (heardText, { at, length, heard }) => heardText.slice(0, at) + heard + heardText.slice(at + length),
      text,
    );
}
