import type { Evidence } from "../../model/evidence.ts";
import type { NameSearch } from "./name-search.ts";

/** Heard words from index `from` up to `to` are a name. */
export interface NameMatch {
  from: number;
  to: number;
  name: string;
  why: Evidence;
}

/** Whether a span of words may be one name: no sentence ends in it and no comma stands in it. */
export function isUnbroken(
  { tokens: pieces, tokenIndexes: at }: NameSearch,
  from: number,
  to: number,
): boolean {
  for (let k = from; k < to - 1; k++) {
    const word = pieces[at[k]!]!.text;
    if (/[,;:!?…]$/.test(word) || (word.endsWith(".") && word.length > 2)) return false;
  }
  return true;
}
