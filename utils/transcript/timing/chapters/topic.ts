import { firstFrom } from "../../ascending.ts";
import type { SpokenWord } from "../row.ts";

/** How far a word of the title behind a place still speaks for it, and before it against it: words, to a third. */
const AFTER = 120;
const BEFORE = 80;
/** Stretch of talk in which a word is counted once, to tell how common it is; in words. */
const WINDOW = 120;
/** How strongly a topic that was spoken of already speaks against its beginning here. */
const AGAINST = 0.7;

const WORDS = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const ENDINGS = /(?:['’]s|ies|ing|ings|ed|es|s|y|ly|e|er|ers|ion|ions)$/;

/** A word without its ending, so that "researching" meets "research"; crude, for both sides lose the same. */
function stemOf(word: string): string {
  const small = word.toLowerCase();
  const stem = small.replace(ENDINGS, "");
  return stem.length >= 3 ? stem : small;
}

const stemsOf = (text: string): string[] => (text.match(WORDS) ?? []).map(stemOf);

/** Tells for a title how much the talk turns to its topic at a word of the row: 1 for all of it, 0 or less for none. */
export function topics(row: readonly SpokenWord[]): (title: string) => (index: number) => number {
  const places = new Map<string, number[]>();
  for (const [i, { text }] of row.entries())
    for (const stem of stemsOf(text)) {
      const at = places.get(stem);
      if (at) at.push(i);
      else places.set(stem, [i]);
    }
  const windows = Math.max(1, row.length / WINDOW);
  /** Rare words tell more; those that stand everywhere tell nothing. */
  const weightOf = (at: readonly number[]) =>
    Math.max(0, Math.log(windows / (new Set(at.map((i) => Math.floor(i / WINDOW))).size + 0.5)));
  return (title) => {
    const words = [...new Set(stemsOf(title))].flatMap((stem) => {
      const at = places.get(stem);
      const weight = at ? weightOf(at) : 0;
      return at && weight > 0 ? [{ at, weight }] : [];
    });
    const total = words.reduce((all, { weight }) => all + weight, 0);
    if (!total) return () => 0;
    return (index) => {
      let score = 0;
      for (const { at, weight } of words) {
        const next = firstFrom(at, index);
        const after = next < at.length ? Math.exp((index - at[next]!) / AFTER) : 0;
        const before = next > 0 ? Math.exp((at[next - 1]! - index) / BEFORE) : 0;
        score += weight * (after - AGAINST * before);
      }
      return score / total;
    };
  };
}
