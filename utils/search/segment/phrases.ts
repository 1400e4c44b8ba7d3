import type { Phrase } from "../query.ts";
import type { Segment } from "./segment.ts";

/** Where a phrase stands: in which episode, and at which of its words it begins. */
export interface PhraseAt {
  episode: number;
  place: number;
  /** Words in it. */
  length: number;
}

/** An unfinished word stands for at most so many. */
const MOST_ENDINGS = 500;

/** Everywhere the words of a phrase stand one after the other, over the ends of paragraphs and passages. */
export async function phrasePlaces(segment: Segment, { words, unfinished }: Phrase): Promise<PhraseAt[]> {
  const places: Map<number, Uint32Array>[] = [];
  for (const [i, word] of words.entries()) {
    const isOpen = unfinished && i === words.length - 1;
    places.push(isOpen ? await endings(segment, word) : await placesOf(segment, word));
    if (!places[i]!.size) return [];
  }
  const found: PhraseAt[] = [];
  for (const [episode, starts] of places[0]!) {
    const others = places.slice(1).map((of) => of.get(episode));
    if (others.some((of) => !of)) continue;
    const sets = others.map((of) => new Set(of));
    for (const place of starts)
      if (sets.every((set, k) => set.has(place + k + 1)))
        found.push({ episode, place, length: words.length });
  }
  return found;
}

async function placesOf(segment: Segment, word: string): Promise<Map<number, Uint32Array>> {
  const entry = segment.words.get(word);
  return entry ? segment.places(entry) : new Map<number, Uint32Array>();
}

async function endings(segment: Segment, letters: string): Promise<Map<number, Uint32Array>> {
  const all = new Map<number, number[]>();
  let left = MOST_ENDINGS;
  for (const { value } of segment.words.prefixed(letters)) {
    if (!left--) break;
    for (const [episode, places] of await segment.places(value)) {
      const list = all.get(episode);
      if (list) list.push(...places);
      else all.set(episode, [...places]);
    }
  }
  return new Map([...all].map(([episode, places]) => [episode, Uint32Array.from(places).toSorted()]));
}
