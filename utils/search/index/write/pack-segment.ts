import { foldTerm, isIndexable, TERM_PATTERN } from "../../text/search-terms.ts";
import { collectHeardTerms } from "../../text/passage-terms.ts";
import type { Passage } from "../../text/passages.ts";
import { ByteWriter, joinBytes } from "../format/bytes.ts";
import { encodePositions, type PositionalPostings } from "../format/postings.ts";
import { packPassages } from "../format/packed-passages.ts";
import { sortEntries } from "../format/packed-vocabulary.ts";
import { writeHead, createSinks, writePassages, writeWord, type SegmentStats } from "./segment-writer.ts";

/** The occurrences of a word: passages, frequency in each, and word indexes in the passages one after the other. */
interface WordOccurrences {
  docs: number[];
  frequencies: number[];
  positions: number[];
}

/**
 * Packs passages into a segment. The passages of an episode must be adjacent and in order.
 * @param withSounds False for a segment that is only merged into another.
 * @returns The head, and the parts that follow it.
 */
export function packSegmentParts(
  passages: readonly Passage[],
  withSounds = true,
): {
  head: Uint8Array<ArrayBuffer>;
  parts: Uint8Array<ArrayBuffer>[];
} {
  const shown = new Map<string, WordOccurrences>();
  /** Words of the recogniser's own wording. They make passages found, but do not count in phrases. */
  const heard = new Map<string, WordOccurrences>();
  const spellings = new Map<string, TermSpelling>();
  const lengths: number[] = [];
  const wordCounts: number[] = [];
  const episodes: SegmentStats["episodes"] = [];
  const sinks = createSinks(() => new ByteWriter());
  for (const group of groupPassages(passages)) {
    const [{ episode: id }] = group as [Passage];
    const texts = packPassages(group);
    writePassages(sinks, texts);
    episodes.push({ id, first: lengths.length, length: texts.length });
    for (const passage of group) {
      const doc = lengths.length;
      const terms = passage.text.match(TERM_PATTERN) ?? [];
      let distinctTerms = 0;
      for (let position = 0; position < terms.length; position++) {
        const spelling = resolveSpelling(terms[position]!, spellings, shown);
        if (spelling.lastPassage !== doc) distinctTerms++;
        spelling.lastPassage = doc;
        if (spelling.occurrences) addOccurrence(spelling.occurrences, doc, position);
      }
      lengths.push(distinctTerms);
      wordCounts.push(terms.length);
      for (const term of collectHeardTerms(passage)) addOccurrence(getOccurrences(heard, term), doc, 0);
    }
  }
  const heardOnly = [...heard.keys()].map((word) => [word, NO_OCCURRENCES] as const);
  const entries = sortEntries(new Map([...heardOnly, ...shown])).map(({ word, value }) => {
    const heardOccurrences = heard.get(word);
    const found = heardOccurrences ? toPostings(mergeOccurrences(value, heardOccurrences)) : null;
    return writeWord(sinks, word, { shown: toPostings(value), found }, passages.length);
  });
  const boilerplateFlags = passages.map(({ aside }) => aside === true);
  const head = writeHead({ lengths, wordCounts, boilerplateFlags, episodes }, entries, sinks, withSounds);
  return { head, parts: Object.values(sinks).map((part) => part.toBytes()) };
}

/**
 * Packs passages into the bytes of a complete index.
 * @example packSegment(transcripts.flatMap(splitPassages))
 */
export function packSegment(passages: readonly Passage[]): Uint8Array<ArrayBuffer> {
  const { head, parts } = packSegmentParts(passages);
  return joinBytes([head, ...parts]);
}

const NO_OCCURRENCES: WordOccurrences = { docs: [], frequencies: [], positions: [] };

const toPostings = ({ docs, frequencies, positions }: WordOccurrences): PositionalPostings => ({
  docs: Uint32Array.from(docs),
  frequencies: Uint32Array.from(frequencies),
  positions: encodePositions(frequencies, positions),
});

/** A spelling of a word as it occurs in texts; the same few recur, so folding them once saves time. */
interface TermSpelling {
  /** Null if the word is too long for the vocabulary. */
  occurrences: WordOccurrences | null;
  /** Number of the last passage with this spelling. */
  lastPassage: number;
}

function resolveSpelling(
  term: string,
  spellings: Map<string, TermSpelling>,
  words: Map<string, WordOccurrences>,
): TermSpelling {
  let spelling = spellings.get(term);
  if (!spelling) {
    const folded = foldTerm(term);
    const occurrences = isIndexable(folded) ? getOccurrences(words, folded) : null;
    spelling = { occurrences, lastPassage: -1 };
    spellings.set(term, spelling);
  }
  return spelling;
}

/** Splits passages into episodes. */
function groupPassages(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  for (const passage of passages)
    if (groups.at(-1)?.[0]?.episode === passage.episode) groups.at(-1)!.push(passage);
    else groups.push([passage]);
  return groups;
}

function getOccurrences(words: Map<string, WordOccurrences>, term: string): WordOccurrences {
  let word = words.get(term);
  if (!word) words.set(term, (word = { docs: [], frequencies: [], positions: [] }));
  return word;
}

function addOccurrence(
  { docs, frequencies, positions }: WordOccurrences,
  doc: number,
  position: number,
): void {
  const last = docs.length - 1;
  if (last >= 0 && docs[last] === doc) frequencies[last]!++;
  else {
    docs.push(doc);
    frequencies.push(1);
  }
  positions.push(position);
}

/** The passages that show a word or in which it was heard. Positions are dropped. */
function mergeOccurrences(shown: WordOccurrences, heard: WordOccurrences): WordOccurrences {
  const frequencies = new Map<number, number>();
  for (const occurrences of [shown, heard])
    for (const [i, doc] of occurrences.docs.entries())
      frequencies.set(doc, (frequencies.get(doc) ?? 0) + occurrences.frequencies[i]!);
  const docs = [...frequencies.keys()].toSorted((a, b) => a - b);
  return { docs, frequencies: docs.map((doc) => frequencies.get(doc)!), positions: [] };
}
