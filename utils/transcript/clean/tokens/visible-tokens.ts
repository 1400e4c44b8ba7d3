import type { Token } from "./token.ts";
import { LOST_MARKER } from "../../model/lost-marker.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";
import { memoize } from "../../../shared/memoize.ts";
import { toWordKey } from "./word-key.ts";

/** A word of a draft as the steps that look at rows of words see it. */
export interface VisibleToken {
  /** Index of its piece. */
  index: number;
  text: string;
  /** In small letters, without punctuation around it. */
  normalized: string;
  /** A sentence ends with it. */
  isSentenceEnd: boolean;
  /** A comma or a dash stands behind it. */
  hasComma: boolean;
  token: Token;
  /** Words are missing before it. */
  isAfterGap: boolean;
}

/** The words of a draft; pieces taken out are passed over. */
export function getVisibleTokens(pieces: Token[]): readonly VisibleToken[] {
  const known = visibleTokenCache.get(pieces);
  if (known) return known;
  const row: VisibleToken[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const { text } = piece;
    if (!text) continue;
    const facts = getTextFacts(text);
    const lost = piece.lost === true || pieces[at - 1]?.text === LOST_MARKER;
    row.push({
      index: at,
      text,
      token: piece,
      isAfterGap: lost,
      normalized: facts.bare,
      isSentenceEnd: facts.ends,
      hasComma: facts.comma,
    });
  }
  visibleTokenCache.set(pieces, row);
  return row;
}

/** Several steps look at the same pieces. */
const visibleTokenCache = new WeakMap<Token[], readonly VisibleToken[]>();

const getTextFacts = memoize((text) => ({
  bare: toWordKey(text),
  ends: isSentenceEnd(text),
  comma: /[,–—]$/.test(text),
}));

/** Words to both sides that tell whether a stretch is punctuated. */
const PUNCTUATION_WINDOW_WORDS = 40;
/** One stop or comma in so many words, and it is. */
const MAX_WORDS_PER_MARK = 20;

/** Tells whether the text around a word, by its index in the row, has stops and commas at all. */
export function createPunctuationCheck(row: readonly VisibleToken[]): (k: number) => boolean {
  const sums = [0];
  for (const { isSentenceEnd: ends, hasComma: comma } of row)
    sums.push(sums.at(-1)! + (ends || comma ? 1 : 0));
  return (k) => {
    const [from, to] = [
      Math.max(0, k - PUNCTUATION_WINDOW_WORDS),
      Math.min(row.length, k + PUNCTUATION_WINDOW_WORDS),
    ];
    return (sums[to]! - sums[from]!) * MAX_WORDS_PER_MARK > to - from;
  };
}
