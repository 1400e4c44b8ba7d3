import type { Evidence } from "../../model/evidence.ts";
import type { CleaningStep } from "../context/cleaning-step.ts";
import type { ManualCorrection, ManualEdits } from "../context/curated-facts.ts";
import { applyRewrites, type TokenRewrite } from "../tokens/apply-rewrites.ts";
import type { Token } from "../tokens/token.ts";
import { diffWords } from "./diff-words.ts";
import {
  buildSpokenWordIndex,
  findPhrase,
  splitSpokenWords,
  type SpokenWordIndex,
} from "./spoken-word-index.ts";
import { locateTurns } from "./turns-step.ts";

const EDITED: Evidence = { rule: "edited" };

/** Applies the corrections by hand to the words of the source. */
export const editsStep: CleaningStep = {
  name: "edits",
  run(tokens, { edits }) {
    if (!edits) return tokens;
    const index = buildSpokenWordIndex(tokens);
    const rewrites = edits.corrections.flatMap((edit) => createEditRewrites(edit, tokens, index));
    return applyRewrites(
      tokens,
      rewrites.toSorted((a, b) => a.from - b.from || a.to - b.to),
      editsStep.name,
    );
  },
};

/**
 * Checks edits against the tokens of the source.
 *
 * @returns Sentences for the editor about edits that are not found, found too often, or overlap.
 */
export function validateEdits(tokens: readonly Token[], edits: ManualEdits): string[] {
  const index = buildSpokenWordIndex(tokens);
  const editByToken = new Map<number, string>();
  const corrections = edits.corrections.flatMap((edit) => {
    const { heard, times = 1 } = edit;
    const count = findPhrase(index, splitBraces(heard).flat()).length;
    if (count !== times) return [`“${heard}” occurs ${count} times, not ${times}.`];
    return createEditRewrites(edit, tokens, index).flatMap(({ from, to }) => {
      const overlaps: string[] = [];
      for (let k = from; k < to; k++) {
        const other = editByToken.get(k);
        editByToken.set(k, heard);
        if (other !== undefined && other !== heard)
          overlaps.push(`“${heard}” and “${other}” correct the same words.`);
      }
      return overlaps;
    });
  });
  const turns = locateTurns(tokens, edits.turns).flatMap(([{ from }, position]) =>
    position ? [] : [`The turn “${from}” does not occur after the turn before it.`],
  );
  return [...corrections, ...turns];
}

function createEditRewrites(
  { heard, shown, times = 1 }: ManualCorrection,
  tokens: readonly Token[],
  index: SpokenWordIndex,
): TokenRewrite[] {
  const [before, inside, after] = splitBraces(heard);
  const occurrences = findPhrase(index, [...before, ...inside, ...after]);
  if (occurrences.length !== times) return [];
  return occurrences.flatMap((start) => {
    const first = index.tokenIndexes[start + before.length]!;
    const last = index.tokenIndexes[start + before.length + inside.length - 1]!;
    const words = tokens.slice(first, last + 1).map(({ text }) => text);
    return diffWords(words, splitWithPunctuation(shown, words.at(-1)!), first, EDITED);
  });
}

/** The words of a text. The last one takes over the punctuation of a heard word unless it has its own. */
function splitWithPunctuation(shown: string, lastHeard: string): string[] {
  const words = shown.split(/\s+/).filter(Boolean);
  const closing = /[.,?!;:…]+$/.exec(lastHeard)?.[0] ?? "";
  return words.map((word, i) => (i === words.length - 1 && !/[.,?!;:…]$/.test(word) ? word + closing : word));
}

/** The words before, inside and after the braces. */
function splitBraces(heard: string): [string[], string[], string[]] {
  const [, before = "", inside = heard, after = ""] = /^(.*)\{(.*)\}(.*)$/.exec(heard) ?? [];
  return [splitSpokenWords(before), splitSpokenWords(inside), splitSpokenWords(after)];
}
