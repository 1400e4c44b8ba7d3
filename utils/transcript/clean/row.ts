import type { Piece } from "./draft.ts";
import { LOST } from "./lost.ts";
import { kept } from "./kept.ts";
import { bare } from "./vocabulary.ts";

/** A word of a draft as the steps that look at rows of words see it. */
export interface Word {
  /** Index of its piece. */
  at: number;
  text: string;
  /** In small letters, without punctuation around it. */
  bare: string;
  /** A sentence ends with it. */
  ends: boolean;
  /** A comma or a dash stands behind it. */
  comma: boolean;
  piece: Piece;
  /** Words are missing before it. */
  lost: boolean;
}

const SENTENCE_END = /[.?!…:;]["”’)\]]*$/;
/** "Mr.", "J.", "e.g.": no sentence ends there. */
const NO_END = /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e)\.$/u;

/** Whether a sentence ends with a word, by its punctuation. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text) && !NO_END.test(text);

/** The words of a draft; pieces taken out are passed over. */
export function wordsIn(pieces: Piece[]): readonly Word[] {
  const known = rows.get(pieces);
  if (known) return known;
  const row: Word[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const { text } = piece;
    if (!text) continue;
    const facts = factsOf(text);
    const lost = piece.lost === true || pieces[at - 1]?.text === LOST;
    row.push({ at, text, piece, lost, bare: facts.bare, ends: facts.ends, comma: facts.comma });
  }
  rows.set(pieces, row);
  return row;
}

/** Several steps look at the same pieces. */
const rows = new WeakMap<Piece[], readonly Word[]>();

const factsOf = kept((text) => ({ bare: bare(text), ends: endsSentence(text), comma: /[,–—]$/.test(text) }));

/** Words to both sides that tell whether a stretch is punctuated. */
const REACH = 40;
/** One stop or comma in so many words, and it is. */
const SPARSE = 20;

/** Tells whether the text around a word, by its index in the row, has stops and commas at all. */
export function punctuation(row: readonly Word[]): (k: number) => boolean {
  const sums = [0];
  for (const { ends, comma } of row) sums.push(sums.at(-1)! + (ends || comma ? 1 : 0));
  return (k) => {
    const [from, to] = [Math.max(0, k - REACH), Math.min(row.length, k + REACH)];
    return (sums[to]! - sums[from]!) * SPARSE > to - from;
  };
}
