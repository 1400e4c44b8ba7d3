import type { CleaningContext } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { getProperNouns } from "../vocabulary/proper-nouns.ts";
import { memoize } from "../../../shared/memoize.ts";
import { createOrdinaryWordCheck } from "../vocabulary/spoken-vocabulary.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { buildLexicon, type LexiconEntry, type Lexicon } from "./lexicon.ts";
import { findNearestName, type NameCandidate } from "./find-nearest-name.ts";
import { toPhoneticKey, toPlainLetters, toPhonemes } from "../../../shared/phonetics.ts";

/** What is known of words and names before a transcript is looked at word by word. */
export interface NameKnowledge {
  lexicon: Lexicon;
  /** What was asked of the lexicon before, by words. */
  nearestByText: Map<string, NameCandidate | null>;
  /** Words of names that are no words of everyday speech. */
  rareNameWords: ReadonlySet<string>;
  /** A word so common that it carries no meaning of its own. */
  isFunction(word: string): boolean;
  getWordFacts(word: string): NameWordFacts;
}

/** What is known of a word, by itself. */
export interface NameWordFacts {
  letters: string;
  /** Of its sounds. */
  phoneticKey: string;
  /** A name that is known, or what is heard for one, may begin with it or have it in it. */
  isNamePart: boolean;
  isFunction: boolean;
  /** A word of everyday speech. */
  isOrdinary: boolean;
  /** A word of a known name, or what one grows into: right as it stands. */
  isNameWord: boolean;
  /** One word, not several with stops between them, as in an address. */
  isSingleWord: boolean;
  /** No word at all, as far as can be told. */
  isUnknown: boolean;
}

/** The words of a transcript as the search for names sees them. */
export interface NameSearch extends NameKnowledge {
  tokens: Token[];
  /** Index of the piece of each word; pieces taken out are passed over. */
  tokenIndexes: number[];
  /** In small letters, without punctuation around them. */
  words: string[];
  facts: NameWordFacts[];
  /** Words seen right before and right behind a word, in names and in the transcript, by that word. */
  wordsBefore: ReadonlyMap<string, ReadonlySet<string>>;
  wordsAfter: ReadonlyMap<string, ReadonlySet<string>>;
  /** Neighbours that the transcript has often enough to be evidence. */
  neighborPairs: readonly string[];
}

/** What known names grow into: "Bayesians" is "Bayesian" and right as it stands. */
const NAME_ENDINGS = ["'s", "s", "es", "ed", "ing", "ism", "ly", "n", "ity", "er", "ers"].map(
  (end) => new RegExp(`${end}$`),
);
/** Occurrences in 51 million words of film subtitles from which on a word says nothing about what is talked of. */
const MIN_FUNCTION_WORD_COUNT = 40_000;
/** Neighbours that the transcript has at least so often are evidence. */
const MIN_PAIR_COUNT = 2;

/** Puts together what is known of words and names. */
export function buildNameKnowledge(pieces: Token[], context: CleaningContext): NameKnowledge {
  const isOrdinary = createOrdinaryWordCheck(context.words);
  const isWord = createOrdinaryWordCheck(context.words, true);
  const lower = createLowerCaseCheck(pieces);
  const names = context.names.map((name) =>
    name.fromHeadline && lower(toWordKey(name.name)) ? { ...name, name: toWordKey(name.name) } : name,
  );
  const lexicon = buildLexicon(names, isOrdinary);
  const isFunction = (word: string) =>
    word.length < 2 || (context.words.get(word) ?? 0) >= MIN_FUNCTION_WORD_COUNT;
  const factsOf = memoize((word): NameWordFacts => {
    const isKnown = [word, ...NAME_ENDINGS.map((ending) => word.replace(ending, ""))].some((stem) =>
      lexicon.words.has(stem),
    );
    const isOne = !/\p{L}[.,?!/@]+\p{L}/u.test(word);
    const letters = toPlainLetters(word.replace(/'s$/, ""));
    const bones = toPhoneticKey(toPhonemes(word));
    const { letterPrefixes: beginnings, people, phrasesByWord: inPhrases } = lexicon;
    return {
      letters,
      phoneticKey: bones,
      isNamePart: beginnings.has(letters) || people.has(bones) || inPhrases.has(word),
      isFunction: isFunction(word),
      isOrdinary: isOrdinary(word),
      isNameWord: isKnown,
      isSingleWord: isOne,
      isUnknown: !isKnown && isOne && !isWord(word) && !getProperNouns().get(word) && /\p{L}{2}/u.test(word),
    };
  });
  const rare = new Set([...lexicon.words].filter((word) => !isOrdinary(word)));
  return { lexicon, nearestByText: new Map(), rareNameWords: rare, isFunction, getWordFacts: factsOf };
}

/** Looks over a transcript once: its words, and which stand beside known names. */
export function buildNameSearch(pieces: Token[], knowledge: NameKnowledge): NameSearch {
  const { rareNameWords: rare, isFunction, getWordFacts: factsOf, lexicon } = knowledge;
  const at: number[] = [];
  const words: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const { text } = pieces[i]!;
    if (!text) continue;
    at.push(i);
    words.push(toWordKey(text));
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
    if (n === MIN_PAIR_COUNT) beside(a, b);
  }
  const pairs = [...counts].flatMap(([pair, n]) => (n >= MIN_PAIR_COUNT ? [pair] : []));
  return {
    ...knowledge,
    tokens: pieces,
    tokenIndexes: at,
    words,
    facts,
    wordsBefore: before,
    wordsAfter: behind,
    neighborPairs: pairs,
  };
}

/** Tells whether the transcript itself mostly writes a word in small letters. */
function createLowerCaseCheck(pieces: Token[]): (word: string) => boolean {
  const counts = new Map<string, [small: number, all: number]>();
  for (const { text } of pieces) {
    const count = counts.get(toWordKey(text)) ?? [0, 0];
    count[0] += /^\P{L}*\p{Ll}/u.test(text) ? 1 : 0;
    count[1]++;
    counts.set(toWordKey(text), count);
  }
  return (word) => {
    const [small, all] = counts.get(word) ?? [0, 0];
    return all > 0 && small * 2 >= all;
  };
}

/** Sounds of a text, remembered. */
export const getPhonemes = memoize(toPhonemes);
/** The name that sounds nearest to some words, remembered: the same words come again and again. */
export function getNearestName(
  { lexicon, nearestByText: answers }: NameSearch,
  text: string,
): NameCandidate | null {
  const known = answers.get(text);
  if (known !== undefined) return known;
  const answer = findNearestName(lexicon, text);
  answers.set(text, answer);
  return answer;
}

const NEARBY_REACH_WORDS = 3;

/** Whether one of the words that are evidence for a name stands near a span of words. */
export function hasNearbyWord(
  { words }: NameSearch,
  { nearbyWords: nearby }: LexiconEntry,
  from: number,
  to: number,
): boolean {
  for (
    let k = Math.max(0, from - NEARBY_REACH_WORDS);
    k < Math.min(words.length, to + NEARBY_REACH_WORDS);
    k++
  )
    if ((k < from || k >= to) && (nearby.has(words[k]!) || nearby.has(words[k]!.replace(/s$/, ""))))
      return true;
  return false;
}
