import { findLowerBound } from "../../../shared/binary-search.ts";
import type { Timeline } from "../timeline/build-timeline.ts";

/** How far a word of the title behind a place still speaks for it, and before it against it: words, to a third. */
const AFTER_DECAY_WORDS = 120;
const BEFORE_DECAY_WORDS = 80;
/** Stretch of talk in which a word is counted once, to tell how common it is; in words. */
const WINDOW_WORDS = 120;
/** How strongly a topic that was spoken of already speaks against its beginning here. */
const EARLIER_MENTION_PENALTY = 0.7;

const TOPIC_WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const WORD_ENDINGS = /(?:['’]s|ies|ing|ings|ed|es|s|y|ly|e|er|ers|ion|ions)$/;

/** A word without its ending, so that "researching" meets "research"; crude, for both sides lose the same. */
function toStem(word: string): string {
  const small = word.toLowerCase();
  const stem = small.replace(WORD_ENDINGS, "");
  return stem.length >= 3 ? stem : small;
}

const toStems = (text: string): string[] => (text.match(TOPIC_WORD) ?? []).map(toStem);

/** Tells for a title how much the talk turns to its topic at a word of the row: 1 for all of it, 0 or less for none. */
export function createTopicScorer(row: Timeline): (title: string) => (index: number) => number {
  const places = new Map<string, number[]>();
  for (const [i, { text }] of row.entries())
    for (const stem of toStems(text)) {
      const at = places.get(stem);
      if (at) at.push(i);
      else places.set(stem, [i]);
    }
  const windows = Math.max(1, row.length / WINDOW_WORDS);
  /** Rare words tell more; those that stand everywhere tell nothing. */
  const weightOf = (at: readonly number[]) =>
    Math.max(0, Math.log(windows / (new Set(at.map((i) => Math.floor(i / WINDOW_WORDS))).size + 0.5)));
  return (title) => {
    const words = [...new Set(toStems(title))].flatMap((stem) => {
      const at = places.get(stem);
      const weight = at ? weightOf(at) : 0;
      return at && weight > 0 ? [{ at, weight }] : [];
    });
    const total = words.reduce((all, { weight }) => all + weight, 0);
    if (!total) return () => 0;
    return (index) => {
      let score = 0;
      for (const { at, weight } of words) {
        const next = findLowerBound(at, index);
        const after = next < at.length ? Math.exp((index - at[next]!) / AFTER_DECAY_WORDS) : 0;
        const before = next > 0 ? Math.exp((at[next - 1]! - index) / BEFORE_DECAY_WORDS) : 0;
        score += weight * (after - EARLIER_MENTION_PENALTY * before);
      }
      return score / total;
    };
  };
}
