import type { CleaningStep } from "../context/cleaning-step.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Token } from "../tokens/token.ts";
import type { ManualCorrection, ManualEdits } from "../context/curated-facts.ts";
import { applyRewrites, type TokenRewrite } from "../tokens/apply-rewrites.ts";
import { diffWords } from "./diff-words.ts";
import { locateTurns } from "./turns-step.ts";
import {
  findPhrase,
  buildSpokenWordIndex,
  splitSpokenWords,
  type SpokenWordIndex,
} from "./spoken-word-index.ts";

/** The evidence of every edit; turns have the same. */
const EDITED: Evidence = { rule: "edited" };

/** Corrections by hand, on the words as the source has them. */
export const editsStep: CleaningStep = {
  name: "edits",
  run(pieces, { edits: known }) {
    if (!known) return pieces;
    const row = buildSpokenWordIndex(pieces);
    const rewrites = known.corrections.flatMap((edit) => createEditRewrites(edit, pieces, row));
    return applyRewrites(
      pieces,
      rewrites.toSorted((a, b) => a.from - b.from || a.to - b.to),
      editsStep.name,
    );
  },
};

/** Sentences about the edits that stand nowhere in a draft, too often, or on the words of another. */
export function validateEdits(pieces: Token[], known: ManualEdits): string[] {
  const row = buildSpokenWordIndex(pieces);
  const taken = new Map<number, string>();
  const corrections = known.corrections.flatMap((edit) => {
    const { heard, times = 1 } = edit;
    const found = findPhrase(row, splitBraces(heard).flat()).length;
    if (found !== times) return [`“${heard}” stands there ${found} times, not ${times}.`];
    return createEditRewrites(edit, pieces, row).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, k) => {
        const other = taken.get(from + k);
        taken.set(from + k, heard);
        return other === undefined || other === heard
          ? []
          : [`“${heard}” and “${other}” are on the same words.`];
      }).flat(),
    );
  });
  const turned = locateTurns(pieces, known.turns).flatMap(([{ from }, at]) =>
    at === null ? [`The turn “${from}” stands nowhere behind the turn before.`] : [],
  );
  return [...corrections, ...turned];
}

function createEditRewrites(
  { heard, shown, times = 1 }: ManualCorrection,
  pieces: Token[],
  row: SpokenWordIndex,
): TokenRewrite[] {
  const [before, inside, after] = splitBraces(heard);
  const found = findPhrase(row, [...before, ...inside, ...after]);
  if (found.length !== times) return [];
  return found.flatMap((start) => {
    const first = row.tokenIndexes[start + before.length]!;
    const last = row.tokenIndexes[start + before.length + inside.length - 1]!;
    const words = pieces.slice(first, last + 1).map(({ text }) => text);
    return diffWords(words, copyPunctuation(shown, words.at(-1)!), first, EDITED);
  });
}

/** The shown words, with the stop or comma of the last heard one where they have none. */
function copyPunctuation(shown: string, last: string): string[] {
  const words = shown.split(/\s+/).filter(Boolean);
  const closing = /[.,?!;:…]+$/.exec(last)?.[0] ?? "";
  return words.map((word, i) => (i === words.length - 1 && !/[.,?!;:…]$/.test(word) ? word + closing : word));
}

/** The words before, in and behind the braces. */
function splitBraces(heard: string): [string[], string[], string[]] {
  const [, before = "", inside = heard, after = ""] = /^(.*)\{(.*)\}(.*)$/.exec(heard) ?? [];
  return [splitSpokenWords(before), splitSpokenWords(inside), splitSpokenWords(after)];
}
