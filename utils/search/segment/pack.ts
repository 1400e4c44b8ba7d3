import { foldTerm, isStopWord, TERM } from "../terms.ts";
import type { Passage } from "../passages.ts";
import { ByteWriter, joinedBytes } from "./bytes.ts";
import { LONGEST_WORD } from "./cursor.ts";
import { writtenSpots, type Run } from "./runs.ts";
import { packTexts } from "./texts.ts";
import { inOrder } from "./vocabulary.ts";
import { headOf, sinksOf, writeTexts, writeWord, type Facts } from "./write.ts";

/** Where a word stands: in which passages, how often, and at which words of them, one passage after the other. */
interface Word {
  docs: number[];
  times: number[];
  spots: number[];
}

/**
 * Packs passages (of one episode next to each other, in order) into one segment: a head with the passages' lengths and
 * the vocabulary, and behind it sounds, postings, positions and texts, which are read by slices.
 * @param withSounds Not wanted where the segment is only there to be merged.
 */
export function packParts(
  passages: readonly Passage[],
  withSounds = true,
): {
  head: Uint8Array<ArrayBuffer>;
  parts: Uint8Array<ArrayBuffer>[];
} {
  const words = new Map<string, Word>();
  /** Words that were heard and are shown otherwise; they are found, too, but count in no phrase. */
  const heard = new Map<string, Word>();
  const known = new Map<string, Spelling>();
  const lengths: number[] = [];
  const counts: number[] = [];
  const sinks = sinksOf(() => new ByteWriter());
  const episodes: Facts["episodes"] = [];
  for (const own of byEpisode(passages)) {
    const [{ episode: id }] = own as [Passage];
    const texts = packTexts(own);
    writeTexts(sinks, texts);
    episodes.push({ id, first: lengths.length, length: texts.length });
    for (const passage of own) {
      const doc = lengths.length;
      const terms = passage.text.match(TERM) ?? [];
      let different = 0;
      for (let spot = 0; spot < terms.length; spot++) {
        const spelling = spellingOf(terms[spot]!, known, words);
        if (spelling.last !== doc) different++;
        spelling.last = doc;
        if (spelling.word) add(spelling.word, doc, spot);
      }
      lengths.push(different);
      counts.push(terms.length);
      for (const term of heardIn(passage)) if (isKept(term)) add(wordOf(heard, term), doc, 0);
    }
  }
  const all = new Map([...[...heard.keys()].map((word) => [word, NOWHERE] as const), ...words]);
  const entries = inOrder(all).map(({ word, value: shown }) => {
    const other = heard.get(word);
    const found = other ? runOf(together(shown, other)) : null;
    return writeWord(sinks, word, { shown: runOf(shown), found }, passages.length);
  });
  const asides = passages.map(({ aside }) => aside === true);
  const head = headOf({ lengths, counts, asides, episodes }, entries, sinks, withSounds);
  return { head, parts: Object.values(sinks).map((part) => part.done()) };
}

/** The same as one piece. */
export function packSegment(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const { head, parts } = packParts(passages);
  return joinedBytes([head, ...parts]);
}

/** Every word by which a passage is found, once. */
export const termsOf = (passage: Passage): Set<string> =>
  new Set([...(passage.text.match(TERM) ?? []).map(foldTerm), ...heardIn(passage)].filter(isKept));

/** A word that is longer stands in no vocabulary. */
const isKept = (term: string): boolean => term.length <= LONGEST_WORD / 3;

const NOWHERE: Word = { docs: [], times: [], spots: [] };

const runOf = ({ docs, times, spots }: Word): Run => ({
  docs: Uint32Array.from(docs),
  times: Uint32Array.from(times),
  spots: writtenSpots(times, spots),
});

/** A way in which a word is written: the same few are met again and again. */
interface Spelling {
  /** Null where it is too long to be kept. */
  word: Word | null;
  /** The passage in which it was met last. */
  last: number;
}

function spellingOf(term: string, known: Map<string, Spelling>, words: Map<string, Word>): Spelling {
  let spelling = known.get(term);
  if (!spelling) {
    const folded = foldTerm(term);
    known.set(term, (spelling = { word: isKept(folded) ? wordOf(words, folded) : null, last: -1 }));
  }
  return spelling;
}

function byEpisode(passages: readonly Passage[]): Passage[][] {
  const all: Passage[][] = [];
  for (const passage of passages)
    if (all.at(-1)?.[0]?.episode === passage.episode) all.at(-1)!.push(passage);
    else all.push([passage]);
  return all;
}

function wordOf(words: Map<string, Word>, term: string): Word {
  let word = words.get(term);
  if (!word) words.set(term, (word = { docs: [], times: [], spots: [] }));
  return word;
}

function add({ docs, times, spots }: Word, doc: number, spot: number): void {
  const last = docs.length - 1;
  if (last >= 0 && docs[last] === doc) times[last]!++;
  else {
    docs.push(doc);
    times.push(1);
  }
  spots.push(spot);
}

const heardIn = ({ heard = [] }: Passage): string[] =>
  heard.flatMap(([, , words]) => (words.match(TERM) ?? []).map(foldTerm)).filter((term) => !isStopWord(term));

/** Passages in which a word is shown or was heard. */
function together(shown: Word, heard: Word): Word {
  const times = new Map<number, number>();
  for (const { docs, times: often } of [shown, heard])
    for (const [i, doc] of docs.entries()) times.set(doc, (times.get(doc) ?? 0) + often[i]!);
  const docs = [...times.keys()].toSorted((a, b) => a - b);
  return { docs, times: docs.map((doc) => times.get(doc)!), spots: [] };
}
