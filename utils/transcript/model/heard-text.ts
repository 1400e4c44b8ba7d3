import type { Paragraph } from "./transcript.ts";

/**
 * What was heard: the text with every Change undone.
 * Words and their order are those of the source; capitals, punctuation and layout are no Changes and stay.
 */
export function getHeardText({ text, changes }: Pick<Paragraph, "text" | "changes">): string {
  return changes
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (shown, change) => shown.slice(0, change.at) + change.heard + shown.slice(change.at + change.length),
      text,
    );
}
