import type { Change } from "./transcript.ts";

/** What is recorded of a difference, before it has its place in a text. */
export type UnplacedChange = Pick<Change, "heard" | "step" | "why">;

/**
 * Adds a Change to those of a text, for words shown from `at` to `end`. Words taken out are recorded behind the word
 * before them, with the space that goes in with them; at the start of a text before its first word. Two Changes
 * never begin at the same place.
 */
export function addChange(
  changes: Change[],
  { heard, step, why }: UnplacedChange,
  at: number,
  end: number,
): void {
  const length = end - at;
  const last = changes.at(-1);
  if (last && !last.length && last.at === at) {
    const joined = at ? `${last.heard} ${heard}` : `${last.heard}${heard}${length ? "" : " "}`;
    const told = length ? { step, why } : { step: last.step, why: last.why };
    changes[changes.length - 1] = { at, length, heard: joined, ...told };
  } else changes.push({ at, length, heard: length ? heard : at ? ` ${heard}` : `${heard} `, step, why });
}
