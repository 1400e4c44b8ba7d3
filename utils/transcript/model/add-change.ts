import type { Change } from "./transcript.ts";

/** A Change whose place in a text is not known yet. */
export type UnplacedChange = Pick<Change, "heard" | "step" | "why">;

/**
 * Appends a Change for the words shown from offset `at` up to `end`.
 * Words taken out follow the word before them, and their `heard` includes the space between the two.
 * A Change at the same offset as the one before is merged with it.
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
    const evidence = length ? { step, why } : { step: last.step, why: last.why };
    changes[changes.length - 1] = { at, length, heard: joined, ...evidence };
  } else changes.push({ at, length, heard: length ? heard : at ? ` ${heard}` : `${heard} `, step, why });
}
