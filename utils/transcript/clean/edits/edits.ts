import type { Piece, Step } from "../draft.ts";
import type { Edit, Edits } from "../known.ts";
import { rewrite, type Rewrite } from "../rewrite.ts";
import { differences } from "./differ.ts";
import { placesOf } from "./turns.ts";
import { find, rowOf, wordsOf, type Row } from "./find.ts";

const WHY = "edited";

/** Corrections by hand, on the words as the source has them. */
export const edits: Step = {
  name: "edits",
  run(pieces, { edits: known }) {
    if (!known) return pieces;
    const row = rowOf(pieces);
    const rewrites = known.corrections.flatMap((edit) => rewritesOf(edit, pieces, row));
    return rewrite(
      pieces,
      rewrites.toSorted((a, b) => a.from - b.from || a.to - b.to),
      edits.name,
    );
  },
};

/** Sentences about the edits that stand nowhere in a draft, too often, or on the words of another. */
export function misplaced(pieces: Piece[], known: Edits): string[] {
  const row = rowOf(pieces);
  const taken = new Map<number, string>();
  const corrections = known.corrections.flatMap((edit) => {
    const { heard, times = 1 } = edit;
    const found = find(row, parted(heard).flat()).length;
    if (found !== times) return [`“${heard}” stands there ${found} times, not ${times}.`];
    return rewritesOf(edit, pieces, row).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, k) => {
        const other = taken.get(from + k);
        taken.set(from + k, heard);
        return other === undefined || other === heard
          ? []
          : [`“${heard}” and “${other}” are on the same words.`];
      }).flat(),
    );
  });
  const turned = placesOf(pieces, known.turns).flatMap(([{ from }, at]) =>
    at === null ? [`The turn “${from}” stands nowhere behind the turn before.`] : [],
  );
  return [...corrections, ...turned];
}

function rewritesOf({ heard, shown, times = 1 }: Edit, pieces: Piece[], row: Row): Rewrite[] {
  const [before, inside, after] = parted(heard);
  const found = find(row, [...before, ...inside, ...after]);
  if (found.length !== times) return [];
  return found.flatMap((start) => {
    const first = row.at[start + before.length]!;
    const last = row.at[start + before.length + inside.length - 1]!;
    const words = pieces.slice(first, last + 1).map(({ text }) => text);
    return differences(words, punctuated(shown, words.at(-1)!), first, WHY);
  });
}

/** The shown words, with the stop or comma of the last heard one where they have none. */
function punctuated(shown: string, last: string): string[] {
  const words = shown.split(/\s+/).filter(Boolean);
  const closing = /[.,?!;:…]+$/.exec(last)?.[0] ?? "";
  return words.map((word, i) => (i === words.length - 1 && !/[.,?!;:…]$/.test(word) ? word + closing : word));
}

/** The words before, in and behind the braces. */
function parted(heard: string): [string[], string[], string[]] {
  const [, before = "", inside = heard, after = ""] = /^(.*)\{(.*)\}(.*)$/.exec(heard) ?? [];
  return [wordsOf(before), wordsOf(inside), wordsOf(after)];
}
