import { getSpeakerName } from "../quote/quote.ts";
import type { SavedQuote } from "../quote/saved/saved-quotes.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";

/** Finds saved quotes. */
export type QuoteIndex = TextIndex<SavedQuote>;

/**
 * Boosts of the fields of a saved quote.
 * - Tags and the note are the reader's own words for it.
 * - The episode and its show are the same for many quotes, so they tell less than the words that were said.
 */
const QUOTE_BOOSTS = { words: 2, note: 3, tags: 4, speaker: 2, episode: 1, show: 0.5 };

/** A tag with its sign is a word of its own: "#music" finds the tag and no quote about music. */
const TAG_OR_TERM = /#?[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const splitTagsAndTerms = (text: string): string[] => text.match(TAG_OR_TERM) ?? [];

/**
 * Creates the index of a reader's quotes. Nothing is indexed until `indexBatch` is called.
 * @example
 * const index = createQuoteIndex(quotes);
 * while (!index.indexBatch());
 * index.search("#music notaton");
 */
export const createQuoteIndex = (quotes: readonly SavedQuote[]): QuoteIndex =>
  createTextIndex(quotes, {
    getFields: ({ paragraphs, episode, note, tags }) => ({
      words: paragraphs.map(({ text }) => text).join("\n"),
      note,
      tags: tags.flatMap((tag) => [`#${tag}`, tag]).join("\n"),
      speaker: [...new Set(paragraphs.flatMap(({ speaker }) => getSpeakerName(speaker) ?? []))].join("\n"),
      episode: episode.title,
      show: episode.show,
    }),
    boosts: QUOTE_BOOSTS,
    splitWords: splitTagsAndTerms,
  });
