import type { Phrase } from "../query.ts";
import { joined } from "./bytes.ts";
import type { Segment } from "./segment.ts";

/** Where a phrase stands: the place of its first word, and how many words it has. */
export interface PhraseAt {
  place: number;
  length: number;
}

/** An unfinished word stands for at most so many. */
const MOST_ENDINGS = 500;

/** Everywhere the words of a phrase stand one after the other, over the ends of paragraphs and passages. */
export async function phrasePlaces(segment: Segment, { words, unfinished }: Phrase): Promise<PhraseAt[]> {
  const places = await Promise.all(
    words.map((word, i) =>
      unfinished && i === words.length - 1 ? endings(segment, word) : placesOf(segment, word),
    ),
  );
  let starts = places[0] ?? NOWHERE;
  for (let k = 1; k < places.length && starts.length; k++) starts = followed(starts, places[k]!, k);
  return Array.from(starts, (place) => ({ place, length: words.length }));
}

const NOWHERE = new Uint32Array();

/** Those places that have one of the others so many words behind them; both ascending. */
function followed(starts: Uint32Array, others: Uint32Array, behind: number): Uint32Array {
  const found = new Uint32Array(Math.min(starts.length, others.length));
  let count = 0;
  // The few are looked for among the many.
  const step = others.length > starts.length * 16 ? firstFrom : nextFrom;
  for (let i = 0, j = 0; i < starts.length && j < others.length; i++) {
    const wanted = starts[i]! + behind;
    j = step(others, j, wanted);
    if (others[j] === wanted) found[count++] = starts[i]!;
  }
  return found.subarray(0, count);
}

/** The first number from an index on that is not smaller: one after the other. */
function nextFrom(numbers: Uint32Array, from: number, wanted: number): number {
  let i = from;
  while (i < numbers.length && numbers[i]! < wanted) i++;
  return i;
}

/** The same by halving. */
function firstFrom(numbers: Uint32Array, from: number, wanted: number): number {
  let low = from;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function placesOf(segment: Segment, word: string): Promise<Uint32Array> {
  const entry = segment.words.get(word);
  return entry ? segment.places(entry) : NOWHERE;
}

async function endings(segment: Segment, letters: string): Promise<Uint32Array> {
  const all: Promise<Uint32Array>[] = [];
  for (const { value } of segment.words.prefixed(letters)) {
    if (all.length === MOST_ENDINGS) break;
    all.push(segment.places(value));
  }
  return joined(await Promise.all(all)).toSorted();
}
