import { memoize } from "../../../shared/memoize.ts";
import { LOST_MARKER } from "../../model/lost-marker.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";
import type { Token } from "./token.ts";
import { toWordKey } from "./word-key.ts";

/** A token that is shown, with what the steps look at. */
export interface VisibleToken {
  /** Index of the token among all tokens. */
  index: number;
  text: string;
  /** The word in lower case, without punctuation around it. */
  key: string;
  /** A sentence ends with it. */
  isSentenceEnd: boolean;
  /** It ends with a comma or dash. */
  hasComma: boolean;
  token: Token;
  /** Words are lost before it. */
  isAfterGap: boolean;
}

/** Steps that change nothing pass on the same array, so that the next step finds its tokens here. */
const visibleTokenCache = new WeakMap<Token[], readonly VisibleToken[]>();

const getTextFacts = memoize((text) => ({
  key: toWordKey(text),
  isSentenceEnd: isSentenceEnd(text),
  hasComma: /[,–—]$/.test(text),
}));

/** The tokens that are shown: those without text are passed over. */
export function getVisibleTokens(tokens: Token[]): readonly VisibleToken[] {
  const cached = visibleTokenCache.get(tokens);
  if (cached) return cached;
  const visible: VisibleToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const { text } = token;
    if (!text) continue;
    const isAfterGap = token.lost === true || tokens[index - 1]?.text === LOST_MARKER;
    visible.push({ index, text, token, isAfterGap, ...getTextFacts(text) });
  }
  visibleTokenCache.set(tokens, visible);
  return visible;
}

/** Words on both sides that are searched for punctuation. */
const PUNCTUATION_WINDOW_WORDS = 40;
/** Text with a mark in every this many words counts as punctuated. */
const MAX_WORDS_PER_MARK = 20;

/** Creates a check whether the text around a visible token, by index, is punctuated. */
export function createPunctuationCheck(visible: readonly VisibleToken[]): (k: number) => boolean {
  const markCounts = [0];
  for (const token of visible)
    markCounts.push(markCounts.at(-1)! + (token.isSentenceEnd || token.hasComma ? 1 : 0));
  return (k) => {
    const from = Math.max(0, k - PUNCTUATION_WINDOW_WORDS);
    const to = Math.min(visible.length, k + PUNCTUATION_WINDOW_WORDS);
    return (markCounts[to]! - markCounts[from]!) * MAX_WORDS_PER_MARK > to - from;
  };
}
