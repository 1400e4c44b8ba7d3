import type { Context, Piece } from "../draft.ts";
import { properNouns } from "../proper.ts";
import { kept } from "../kept.ts";
import { bare, everyday } from "../vocabulary.ts";
import { lexiconOf, type Entry, type Lexicon } from "./lexicon.ts";
import { nearest, type Candidate } from "./match.ts";
import { bonesOf, lettersOf, soundOf } from "./sound.ts";

/** What is known of words and names before a transcript is looked at word by word. */
export interface Knowledge {
  lexicon: Lexicon;
  /** What was asked of the lexicon before, by words. */
  answers: Map<string, Candidate | null>;
  /** Words of names that are no words of everyday speech. */
  rare: ReadonlySet<string>;
  /** A word so common that it carries no meaning of its own. */
  isFunction(word: string): boolean;
  factsOf(word: string): WordFacts;
}

/** What is known of a word, by itself. */
export interface WordFacts {
  letters: string;
  /** Of its sounds. */
  bones: string;
  /** A name that is known, or what is heard for one, may begin with it or have it in it. */
  isPart: boolean;
  isFunction: boolean;
  /** A word of everyday speech. */
  isOrdinary: boolean;
  /** A word of a known name, or what one grows into: right as it stands. */
  isKnown: boolean;
  /** One word, not several with stops between them, as in an address. */
  isOne: boolean;
  /** No word at all, as far as can be told. */
  isStrange: boolean;
}

/** The words of a transcript as the search for names sees them. */
export interface Scene extends Knowledge {
  pieces: Piece[];
  /** Index of the piece of each word; pieces taken out are passed over. */
  at: number[];
  /** In small letters, without punctuation around them. */
  words: string[];
  facts: WordFacts[];
  /** Words seen right before and right behind a word, in names and in the transcript, by that word. */
  before: ReadonlyMap<string, ReadonlySet<string>>;
  behind: ReadonlyMap<string, ReadonlySet<string>>;
  /** Neighbours that the transcript has often enough to be evidence. */
  pairs: readonly string[];
}

/** What known names grow into: "Bayesians" is "Bayesian" and right as it stands. */
const ENDINGS = ["'s", "s", "es", "ed", "ing", "ism", "ly", "n", "ity", "er", "ers"].map(
  (end) => new RegExp(`${end}$`),
);
/** Occurrences in 51 million words of film subtitles from which on a word says nothing about what is talked of. */
const FUNCTION_TIMES = 40_000;
/** Neighbours that the transcript has at least so often are evidence. */
const PAIR_TIMES = 2;

/** Puts together what is known of words and names. */
export function knowledgeOf(pieces: Piece[], context: Context): Knowledge {
  const isOrdinary = everyday(context.words);
  const isWord = everyday(context.words, true);
  const lower = lowerShare(pieces);
  const names = context.names.map((name) =>
    name.loose && lower(bare(name.name)) ? { ...name, name: bare(name.name) } : name,
  );
  const lexicon = lexiconOf(names, isOrdinary);
  const isFunction = (word: string) => word.length < 2 || (context.words.get(word) ?? 0) >= FUNCTION_TIMES;
  const factsOf = kept((word): WordFacts => {
    const isKnown = [word, ...ENDINGS.map((ending) => word.replace(ending, ""))].some((stem) =>
      lexicon.words.has(stem),
    );
    const isOne = !/\p{L}[.,?!/@]+\p{L}/u.test(word);
    const letters = lettersOf(word.replace(/'s$/, ""));
    const bones = bonesOf(soundOf(word));
    const { beginnings, people, inPhrases } = lexicon;
    return {
      letters,
      bones,
      isPart: beginnings.has(letters) || people.has(bones) || inPhrases.has(word),
      isFunction: isFunction(word),
      isOrdinary: isOrdinary(word),
      isKnown,
      isOne,
      isStrange: !isKnown && isOne && !isWord(word) && !properNouns().get(word) && /\p{L}{2}/u.test(word),
    };
  });
  const rare = new Set([...lexicon.words].filter((word) => !isOrdinary(word)));
  return { lexicon, answers: new Map(), rare, isFunction, factsOf };
}

/** Looks over a transcript once: its words, and which stand beside known names. */
export function sceneOf(pieces: Piece[], knowledge: Knowledge): Scene {
  const { rare, isFunction, factsOf, lexicon } = knowledge;
  const at: number[] = [];
  const words: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const { text } = pieces[i]!;
    if (!text) continue;
    at.push(i);
    words.push(bare(text));
  }
  const facts = words.map(factsOf);
  const before = new Map<string, Set<string>>();
  const behind = new Map<string, Set<string>>();
  const beside = (a: string, b: string) => {
    (behind.get(a) ?? behind.set(a, new Set()).get(a)!).add(b);
    (before.get(b) ?? before.set(b, new Set()).get(b)!).add(a);
  };
  for (const [a, b] of lexicon.pairs) beside(a, b);
  const counts = new Map<string, number>();
  for (let k = 1; k < words.length; k++) {
    const [a, b] = [words[k - 1]!, words[k]!];
    const telling = (rare.has(a) && !isFunction(b)) || (rare.has(b) && !isFunction(a));
    if (!telling) continue;
    const n = (counts.get(`${a} ${b}`) ?? 0) + 1;
    counts.set(`${a} ${b}`, n);
    if (n === PAIR_TIMES) beside(a, b);
  }
  const pairs = [...counts].flatMap(([pair, n]) => (n >= PAIR_TIMES ? [pair] : []));
  return { ...knowledge, pieces, at, words, facts, before, behind, pairs };
}

/** Tells whether the transcript itself mostly writes a word in small letters. */
function lowerShare(pieces: Piece[]): (word: string) => boolean {
  const counts = new Map<string, [small: number, all: number]>();
  for (const { text } of pieces) {
    const count = counts.get(bare(text)) ?? [0, 0];
    count[0] += /^\P{L}*\p{Ll}/u.test(text) ? 1 : 0;
    count[1]++;
    counts.set(bare(text), count);
  }
  return (word) => {
    const [small, all] = counts.get(word) ?? [0, 0];
    return all > 0 && small * 2 >= all;
  };
}

/** Sounds of a text, remembered. */
export const sounds = kept(soundOf);
/** The name that sounds nearest to some words, remembered: the same words come again and again. */
export function nearestIn({ lexicon, answers }: Scene, text: string): Candidate | null {
  const known = answers.get(text);
  if (known !== undefined) return known;
  const answer = nearest(lexicon, text);
  answers.set(text, answer);
  return answer;
}

const REACH = 3;

/** Whether one of the words that are evidence for a name stands near a span of words. */
export function isBeside({ words }: Scene, { nearby }: Entry, from: number, to: number): boolean {
  for (let k = Math.max(0, from - REACH); k < Math.min(words.length, to + REACH); k++)
    if ((k < from || k >= to) && (nearby.has(words[k]!) || nearby.has(words[k]!.replace(/s$/, ""))))
      return true;
  return false;
}
