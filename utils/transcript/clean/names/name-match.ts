import type { Evidence } from "../../model/evidence.ts";
import type { NameSearch } from "./name-search.ts";

/** The words from index `from` up to `to` are a name. */
export interface NameMatch {
  from: number;
  to: number;
  name: string;
  why: Evidence;
}

/** Whether words may be one name: no sentence or clause ends between them. */
export function isUnbroken({ tokens, tokenIndexes }: NameSearch, from: number, to: number): boolean {
  for (let k = from; k < to - 1; k++) {
    const { text } = tokens[tokenIndexes[k]!]!;
    if (/[,;:!?…]$/.test(text) || (text.endsWith(".") && text.length > 2)) return false;
  }
  return true;
}
