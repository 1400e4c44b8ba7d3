import type { Paragraph } from "../model.ts";

/** Characters spoken in a second, about: 160 words a minute. Used only behind the last time that is known. */
const CHARACTERS_PER_SECOND = 15;

/**
 * Gives every paragraph a time at its first character, found between the known times on both sides by length.
 * Paragraphs stay as they are when nothing has a time.
 */
export function fillTimes(paragraphs: Paragraph[], from = 0): Paragraph[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of paragraphs) {
    starts.push(length);
    length += text.length + 1;
  }
  const known = paragraphs.flatMap(({ times }, i) => times.map(([at, s]) => [starts[i]! + at, s] as const));
  if (!known.length) return paragraphs;
  const secondsAt = (offset: number) => {
    const after = known.findIndex(([at]) => at >= offset);
    const [a0, s0] = after === 0 ? [0, Math.min(from, known[0]![1])] : known.at(after < 0 ? -1 : after - 1)!;
    const [a1, s1] = after < 0 ? [a0 + CHARACTERS_PER_SECOND, s0 + 1] : known[after]!;
    return a1 === a0 ? s1 : s0 + ((s1 - s0) * (offset - a0)) / (a1 - a0);
  };
  return paragraphs.map((paragraph, i) => {
    if (paragraph.times[0]?.[0] === 0) return paragraph;
    const first = Math.round(secondsAt(starts[i]!) * 10) / 10;
    return { ...paragraph, times: [[0, first], ...paragraph.times] };
  });
}
