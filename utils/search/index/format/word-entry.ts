import type { ValueCodec } from "./packed-vocabulary.ts";

/** What ranking has to know of a word. */
export interface WordStats {
  /** In how many passages it stands. */
  passageCount: number;
  /** It counts only in phrases. */
  isStop: boolean;
}

/** What is written beside a word. */
export interface WordEntry extends WordStats {
  /** Its positions tell passages of their own, as not all of its postings are shown, or it has none. */
  hasOwnPassages: boolean;
  /** Where its postings and its positions lie in their parts: from and to before, in bytes. */
  postings: readonly [from: number, to: number];
  positions: readonly [from: number, to: number];
}

/** By what the words of a sound stand in a vocabulary, so that those with the same bones stand together. */
export const toSoundKey = (bones: string, sound = ""): string => `${bones} ${sound}`;

/** Words of one sound, by their numbers in the vocabulary, ascending. */
export type SoundWords = readonly number[];

export const WORD_ENTRY_CODEC: ValueCodec<WordEntry> = {
  write(out, { passageCount: passages, isStop, hasOwnPassages: isApart, postings, positions }, before) {
    out.writeNumber(passages * 4 + (isApart ? 2 : 0) + (isStop ? 1 : 0));
    if (!before) {
      out.writeNumber(postings[0]);
      out.writeNumber(positions[0]);
    }
    out.writeNumber(postings[1] - postings[0]);
    out.writeNumber(positions[1] - positions[0]);
  },
  read(from, before) {
    const first = from.readNumber();
    const postingsAt = before ? before.postings[1] : from.readNumber();
    const positionsAt = before ? before.positions[1] : from.readNumber();
    return {
      passageCount: Math.floor(first / 4),
      isStop: first % 2 === 1,
      hasOwnPassages: first % 4 > 1,
      postings: [postingsAt, postingsAt + from.readNumber()],
      positions: [positionsAt, positionsAt + from.readNumber()],
    };
  },
  skip: (from, isFirst) => from.skipNumbers(isFirst ? 5 : 3),
};

export const SOUND_WORDS_CODEC: ValueCodec<SoundWords> = {
  write(out, words) {
    out.writeNumber(words.length);
    for (const [i, word] of words.entries()) out.writeNumber(word - (words[i - 1] ?? 0));
  },
  read(from) {
    let last = 0;
    return Array.from({ length: from.readNumber() }, () => (last += from.readNumber()));
  },
  skip: (from) => from.skipNumbers(from.readNumber()),
};
