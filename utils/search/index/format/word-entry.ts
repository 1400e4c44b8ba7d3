import type { ValueCodec } from "./packed-vocabulary.ts";

/** What ranking knows of a word before its postings are read. */
export interface WordStats {
  /** Number of passages with the word (document frequency). */
  passageCount: number;
  /** A stop word: it has positions but no postings. */
  isStop: boolean;
}

/** The vocabulary's value for a word. */
export interface WordEntry extends WordStats {
  /** The positions carry a copy of their passages, because the postings list others as well or are missing. */
  hasOwnPassages: boolean;
  /** Half-open byte ranges in the postings and positions parts. */
  postings: readonly [from: number, to: number];
  positions: readonly [from: number, to: number];
}

/** Key of the sounds vocabulary. Sounds with the same phonetic key are neighbours. */
export const toSoundKey = (phoneticKey: string, sound = ""): string => `${phoneticKey} ${sound}`;

/** Indexes in the vocabulary of the words with one sound, ascending. */
export type SoundWords = readonly number[];

/** Ranges follow each other in vocabulary order, so an entry stores lengths and takes its start from its predecessor. */
export const WORD_ENTRY_CODEC: ValueCodec<WordEntry> = {
  write(out, { passageCount, isStop, hasOwnPassages, postings, positions }, previous) {
    out.writeNumber(passageCount * 4 + (hasOwnPassages ? 2 : 0) + (isStop ? 1 : 0));
    if (!previous) {
      out.writeNumber(postings[0]);
      out.writeNumber(positions[0]);
    }
    out.writeNumber(postings[1] - postings[0]);
    out.writeNumber(positions[1] - positions[0]);
  },
  read(reader, previous) {
    const countAndFlags = reader.readNumber();
    const postingsStart = previous ? previous.postings[1] : reader.readNumber();
    const positionsStart = previous ? previous.positions[1] : reader.readNumber();
    return {
      passageCount: Math.floor(countAndFlags / 4),
      isStop: countAndFlags % 2 === 1,
      hasOwnPassages: countAndFlags % 4 > 1,
      postings: [postingsStart, postingsStart + reader.readNumber()],
      positions: [positionsStart, positionsStart + reader.readNumber()],
    };
  },
  skip: (reader, isFirst) => reader.skipNumbers(isFirst ? 5 : 3),
};

/** Stores the differences of ascending indexes. */
export const SOUND_WORDS_CODEC: ValueCodec<SoundWords> = {
  write(out, words) {
    out.writeNumber(words.length);
    for (const [i, word] of words.entries()) out.writeNumber(word - (words[i - 1] ?? 0));
  },
  read(reader) {
    let last = 0;
    return Array.from({ length: reader.readNumber() }, () => (last += reader.readNumber()));
  },
  skip: (reader) => reader.skipNumbers(reader.readNumber()),
};
