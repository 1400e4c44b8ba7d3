import type { Context, Piece } from "../draft.ts";
import { bare, everyday } from "../vocabulary.ts";
import { lexiconOf, type Entry, type Lexicon } from "./lexicon.ts";
import { soundOf } from "./sound.ts";

/** The words of a transcript as the search for names sees them. */
export interface Scene {
  pieces: Piece[];
  /** Index of the piece of each word; pieces taken out are passed over. */
  at: number[];
  /** In small letters, without punctuation around them. */
  words: string[];
  lexicon: Lexicon;
  /** A word of everyday speech. */
  isOrdinary(word: string): boolean;
  /** A word at all, if a rare one. */
  isWord(word: string): boolean;
  /** A word so common that it carries no meaning of its own. */
  isFunction(word: string): boolean;
}

/** Occurrences in 51 million words of film subtitles from which on a word says nothing about what is talked of. */
const FUNCTION_TIMES = 40_000;
/** Neighbours that the transcript has at least so often are evidence. */
const PAIR_TIMES = 2;

/** Looks over a transcript once: which words are ordinary, which stand beside known names. */
export function sceneOf(pieces: Piece[], context: Context): Scene {
  const at = pieces.flatMap(({ text }, i) => (text ? [i] : []));
  const words = at.map((i) => bare(pieces[i]!.text));
  const isOrdinary = everyday(context.words);
  const isWord = everyday(context.words, true);
  const isFunction = (word: string) => word.length < 2 || (context.words.get(word) ?? 0) >= FUNCTION_TIMES;
  const rare = new Set(
    context.names.flatMap(({ name }) => name.split(/[\s/&]+/).map(bare)).filter((word) => !isOrdinary(word)),
  );
  const counts = new Map<string, number>();
  const pairs: [string, string][] = [];
  for (let k = 1; k < words.length; k++) {
    const [a, b] = [words[k - 1]!, words[k]!];
    const telling = (rare.has(a) && !isFunction(b)) || (rare.has(b) && !isFunction(a));
    if (!telling) continue;
    const n = (counts.get(`${a} ${b}`) ?? 0) + 1;
    counts.set(`${a} ${b}`, n);
    if (n === PAIR_TIMES) pairs.push([a, b]);
  }
  const names = context.names.map((name) => (name.loose ? { ...name, name: own(name.name, pieces) } : name));
  const lexicon = lexiconOf(names, isOrdinary, pairs);
  return { pieces, at, words, lexicon, isOrdinary, isWord, isFunction };
}

/** How the transcript itself writes a word most of the time; as given where it does not have it. */
function own(name: string, pieces: Piece[]): string {
  const small = name.toLowerCase();
  const forms = pieces.flatMap(({ text }) =>
    bare(text) === small ? [text.replace(/[^\p{L}\p{N}-]/gu, "")] : [],
  );
  const lower = forms.filter((form) => form === small).length;
  return lower * 2 >= forms.length && forms.length ? small : name;
}

/** Remembers the answers of a function of a word. */
export function kept<T>(of: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = of(word);
    answers.set(word, answer);
    return answer;
  };
}

/** Sounds of a text, remembered. */
export const sounds = kept(soundOf);

const REACH = 3;

/** Whether one of the words that are evidence for a name stands near a span of words. */
export function isBeside({ words }: Scene, { nearby }: Entry, from: number, to: number): boolean {
  for (let k = Math.max(0, from - REACH); k < Math.min(words.length, to + REACH); k++)
    if ((k < from || k >= to) && (nearby.has(words[k]!) || nearby.has(words[k]!.replace(/s$/, ""))))
      return true;
  return false;
}
