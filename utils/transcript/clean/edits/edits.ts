import type { Piece, Step } from "../draft.ts";
import type { Edit, Edits, Turn } from "../known.ts";
import { rewrite, type Rewrite } from "../rewrite.ts";
import { differences } from "./differ.ts";
import { find, rowOf, wordsOf, type Row } from "./find.ts";

const WHY = "edited";

/** Corrections by hand, on the words as the source has them. */
export const edits: Step = {
  name: "edits",
  run(pieces, { edits: known }) {
    if (!known) return pieces;
    const row = rowOf(pieces);
    const rewrites = known.corrections.flatMap((edit) => rewritesOf(edit, pieces, row));
    return rewrite(pieces, rewrites.toSorted((a, b) => a.from - b.from || a.to - b.to), edits.name);
  },
};

/** Who speaks from where on, and what is no talk, by hand. */
export const turns: Step = {
  name: "turns",
  run(pieces, { edits: known }) {
    if (!known?.turns.length) return pieces;
    const row = rowOf(pieces);
    const starts = new Map(known.turns.flatMap((turn) => find(row, wordsOf(turn.from)).slice(0, 1).map((at) => [row.at[at]!, turn])));
    let speaker: string | null = null;
    let kind: Turn["kind"] = "talk";
    return pieces.map((piece, i): Piece => {
      const turn = starts.get(i);
      speaker = turn?.speaker ?? speaker;
      kind = turn?.kind ?? (turn ? "talk" : kind);
      return { ...piece, speaker, kind: kind ?? "talk", ...(turn && { begins: "paragraph" as const }) };
    });
  },
};

/** The edits that stand nowhere in the draft, or too often: the file of edits has to be mended. */
export const misplaced = (pieces: Piece[], known: Edits, turned: Piece[]): string[] => [
  ...wrong(rowOf(pieces), known.corrections.map(({ heard, times }) => [wordsOf(heard), times ?? 1])),
  ...wrong(rowOf(turned), known.turns.map(({ from }) => [wordsOf(from), 1])),
];

const wrong = (row: Row, wanted: (readonly [string[], number])[]) =>
  wanted.flatMap(([words, times]) => {
    const found = find(row, words).length;
    return found === times ? [] : [`“${words.join(" ")}” stands there ${found} times, not ${times}.`];
  });

function rewritesOf({ heard, shown, times = 1 }: Edit, pieces: Piece[], row: Row): Rewrite[] {
  const [before, inside, after] = parted(heard);
  const found = find(row, [...before, ...inside, ...after]);
  if (found.length !== times) return [];
  return found.flatMap((start) => {
    const first = row.at[start + before.length]!;
    const last = row.at[start + before.length + inside.length - 1]!;
    const words = pieces.slice(first, last + 1).map(({ text }) => text);
    return differences(words, shown.split(/\s+/).filter(Boolean), first, WHY);
  });
}

/** The words before, in and behind the braces. */
function parted(heard: string): [string[], string[], string[]] {
  const [, before = "", inside = heard, after = ""] = /^(.*)\{(.*)\}(.*)$/.exec(heard) ?? [];
  return [wordsOf(before), wordsOf(inside), wordsOf(after)];
}
