import type { Paragraph } from "../model.ts";
import { CHARACTERS_PER_SECOND } from "../times.ts";

/** Rounded down, so that what was found between two times never comes after the later one. */
const hundredths = (seconds: number) => Math.floor(seconds * 100) / 100;

/**
 * Gives every paragraph a time at its first character, found between the known times on both sides by length.
 * Paragraphs stay as they are when nothing has a time.
 */
export function fillTimes(paragraphs: Paragraph[]): Paragraph[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of paragraphs) {
    starts.push(length);
    length += text.length + 1;
  }
  const known = paragraphs.flatMap(({ times }, i) => times.map(([at, s]) => [starts[i]! + at, s] as const));
  if (!known.length) return paragraphs;
  let next = 0;
  /** Asked with offsets that only grow. */
  const secondsAt = (offset: number) => {
    while (next < known.length && known[next]![0] < offset) next++;
    const [a0, s0] = known[next - 1] ?? [0, Math.min(0, known[0]![1])];
    const [a1, s1] = known[next] ?? [a0 + CHARACTERS_PER_SECOND, s0 + 1];
    return a1 === a0 ? s1 : Math.max(s0, hundredths(s0 + ((s1 - s0) * (offset - a0)) / (a1 - a0)));
  };
  return paragraphs.map((paragraph, i) => {
    if (paragraph.times[0]?.[0] === 0) return paragraph;
    const first = secondsAt(starts[i]!);
    return { ...paragraph, times: [[0, first], ...paragraph.times] };
  });
}
