import { foldTerm, isStopWord, TERM_PATTERN } from "../../text/search-terms.ts";
import type { Passage } from "../../text/passages.ts";
import { ByteWriter, joinBytes } from "../format/bytes.ts";
import { MAX_WORD_BYTES } from "../format/vocabulary-cursor.ts";
import { encodePositions, type PositionalPostings } from "../format/postings.ts";
import { packPassages } from "../format/packed-passages.ts";
import { sortEntries } from "../format/packed-vocabulary.ts";
import { writeHead, createSinks, writePassages, writeWord, type SegmentStats } from "./segment-writer.ts";

/** Where a word stands: in which passages, how often, and at which words of them, one passage after the other. */
interface WordOccurrences {
  docs: number[];
  frequencies: number[];
  positions: number[];
}

/**
 * Packs passages (of one episode next to each other, in order) into one segment: a head with the passages' lengths and
 * the vocabulary, and behind it sounds, postings, positions and texts, which are read by slices.
 * @param withSounds Not wanted where the segment is only there to be merged.
 */
export function packSegmentParts(
  passages: readonly Passage[],
  withSounds = true,
): {
  head: Uint8Array<ArrayBuffer>;
  parts: Uint8Array<ArrayBuffer>[];
} {
  const words = new Map<string, WordOccurrences>();
  /** Words that were heard and are shown otherwise; they are found, too, but count in no phrase. */
  const heard = new Map<string, WordOccurrences>();
  const known = new Map<string, TermSpelling>();
  const lengths: number[] = [];
  const counts: number[] = [];
  const sinks = createSinks(() => new ByteWriter());
  const episodes: SegmentStats["episodes"] = [];
  for (const own of groupPassages(passages)) {
    const [{ episode: id }] = own as [Passage];
    const texts = packPassages(own);
    writePassages(sinks, texts);
    episodes.push({ id, first: lengths.length, length: texts.length });
    for (const passage of own) {
      const doc = lengths.length;
      const terms = passage.text.match(TERM_PATTERN) ?? [];
      let different = 0;
      for (let spot = 0; spot < terms.length; spot++) {
        const spelling = resolveSpelling(terms[spot]!, known, words);
        if (spelling.lastPassage !== doc) different++;
        spelling.lastPassage = doc;
        if (spelling.occurrences) addOccurrence(spelling.occurrences, doc, spot);
      }
      lengths.push(different);
      counts.push(terms.length);
      for (const term of collectHeardTerms(passage))
        if (isIndexable(term)) addOccurrence(getOccurrences(heard, term), doc, 0);
    }
  }
  const all = new Map([...[...heard.keys()].map((word) => [word, NO_OCCURRENCES] as const), ...words]);
  const entries = sortEntries(all).map(({ word, value: shown }) => {
    const other = heard.get(word);
    const found = other ? toPostings(mergeOccurrences(shown, other)) : null;
    return writeWord(sinks, word, { shown: toPostings(shown), found }, passages.length);
  });
  const asides = passages.map(({ aside }) => aside === true);
  const head = writeHead(
    { lengths, wordCounts: counts, boilerplateFlags: asides, episodes },
    entries,
    sinks,
    withSounds,
  );
  return { head, parts: Object.values(sinks).map((part) => part.toBytes()) };
}

/** The same as one piece. */
export function packSegment(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const { head, parts } = packSegmentParts(passages);
  return joinBytes([head, ...parts]);
}

/** Every word by which a passage is found, once. */
export const collectTerms = (passage: Passage): Set<string> =>
  new Set(
    [...(passage.text.match(TERM_PATTERN) ?? []).map(foldTerm), ...collectHeardTerms(passage)].filter(
      isIndexable,
    ),
  );

/** A word that is longer stands in no vocabulary. */
const isIndexable = (term: string): boolean => term.length <= MAX_WORD_BYTES / 3;

const NO_OCCURRENCES: WordOccurrences = { docs: [], frequencies: [], positions: [] };

const toPostings = ({ docs, frequencies: times, positions: spots }: WordOccurrences): PositionalPostings => ({
  docs: Uint32Array.from(docs),
  frequencies: Uint32Array.from(times),
  positions: encodePositions(times, spots),
});

/** A way in which a word is written: the same few are met again and again. */
interface TermSpelling {
  /** Null where it is too long to be kept. */
  occurrences: WordOccurrences | null;
  /** The passage in which it was met last. */
  lastPassage: number;
}

function resolveSpelling(
  term: string,
  known: Map<string, TermSpelling>,
  words: Map<string, WordOccurrences>,
): TermSpelling {
  let spelling = known.get(term);
  if (!spelling) {
    const folded = foldTerm(term);
    known.set(
      term,
      (spelling = {
        occurrences: isIndexable(folded) ? getOccurrences(words, folded) : null,
        lastPassage: -1,
      }),
    );
  }
  return spelling;
}

function groupPassages(passages: readonly Passage[]): Passage[][] {
  const all: Passage[][] = [];
  for (const passage of passages)
    if (all.at(-1)?.[0]?.episode === passage.episode) all.at(-1)!.push(passage);
    else all.push([passage]);
  return all;
}

function getOccurrences(words: Map<string, WordOccurrences>, term: string): WordOccurrences {
  let word = words.get(term);
  if (!word) words.set(term, (word = { docs: [], frequencies: [], positions: [] }));
  return word;
}

function addOccurrence(
  { docs, frequencies: times, positions: spots }: WordOccurrences,
  doc: number,
  spot: number,
): void {
  const last = docs.length - 1;
  if (last >= 0 && docs[last] === doc) times[last]!++;
  else {
    docs.push(doc);
    times.push(1);
  }
  spots.push(spot);
}

const collectHeardTerms = ({ heard = [] }: Passage): string[] =>
  heard
    .flatMap(([, , words]) => (words.match(TERM_PATTERN) ?? []).map(foldTerm))
    .filter((term) => !isStopWord(term));

/** Passages in which a word is shown or was heard. */
function mergeOccurrences(shown: WordOccurrences, heard: WordOccurrences): WordOccurrences {
  const times = new Map<number, number>();
  for (const { docs, frequencies: often } of [shown, heard])
    for (const [i, doc] of docs.entries()) times.set(doc, (times.get(doc) ?? 0) + often[i]!);
  const docs = [...times.keys()].toSorted((a, b) => a - b);
  return { docs, frequencies: docs.map((doc) => times.get(doc)!), positions: [] };
}
