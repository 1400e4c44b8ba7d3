import type { Values } from "./vocabulary.ts";

/** What ranking has to know of a word. */
export interface WordFacts {
  /** In how many passages it stands. */
  passages: number;
  /** It counts only in phrases. */
  isStop: boolean;
}

/** What is written beside a word. */
export interface WordEntry extends WordFacts {
  /** Its positions tell passages of their own, as not all of its postings are shown, or it has none. */
  isApart: boolean;
  /** Where its postings and its positions lie in their parts: from and to before, in bytes. */
  postings: readonly [from: number, to: number];
  positions: readonly [from: number, to: number];
}

/** By what the words of a sound stand in a vocabulary, so that those with the same bones stand together. */
export const soundKey = (bones: string, sound = ""): string => `${bones} ${sound}`;

/** Words of one sound, by their numbers in the vocabulary, ascending. */
export type Sounding = readonly number[];

export const WORD_VALUES: Values<WordEntry> = {
  write(out, { passages, isStop, isApart, postings, positions }, before) {
    out.number(passages * 4 + (isApart ? 2 : 0) + (isStop ? 1 : 0));
    if (!before) {
      out.number(postings[0]);
      out.number(positions[0]);
    }
    out.number(postings[1] - postings[0]);
    out.number(positions[1] - positions[0]);
  },
  read(from, before) {
    const first = from.number();
    const postingsAt = before ? before.postings[1] : from.number();
    const positionsAt = before ? before.positions[1] : from.number();
    return {
      passages: Math.floor(first / 4),
      isStop: first % 2 === 1,
      isApart: first % 4 > 1,
      postings: [postingsAt, postingsAt + from.number()],
      positions: [positionsAt, positionsAt + from.number()],
    };
  },
  skip: (from, isFirst) => from.skip(isFirst ? 5 : 3),
};

export const SOUND_VALUES: Values<Sounding> = {
  write(out, words) {
    out.number(words.length);
    for (const [i, word] of words.entries()) out.number(word - (words[i - 1] ?? 0));
  },
  read(from) {
    let last = 0;
    return Array.from({ length: from.number() }, () => (last += from.number()));
  },
  skip: (from) => from.skip(from.number()),
};
