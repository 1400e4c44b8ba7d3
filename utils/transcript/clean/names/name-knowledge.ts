import { memoize } from "../../../shared/memoize.ts";
import { toPhonemes, toPhoneticKey, toPlainLetters } from "../../../shared/phonetics.ts";
import { getLanguage } from "../../languages/get-language.ts";
import type { CleaningContext } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { createAnyWordCheck, createOrdinaryWordCheck } from "../vocabulary/spoken-vocabulary.ts";
import type { NameCandidate } from "./find-nearest-name.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";

/** What is known about words and names, whatever the transcript says. */
export interface NameKnowledge {
  lexicon: Lexicon;
  /** Answers of the lexicon so far, by the text asked about. */
  nearestByText: Map<string, NameCandidate | null>;
  /** Words of names that are not ordinary words. */
  rareNameWords: ReadonlySet<string>;
  /** Whether a word key is so common that it says nothing about the topic. */
  isFunction(word: string): boolean;
  getWordFacts(word: string): NameWordFacts;
}

/** What is known about one word by itself. */
export interface NameWordFacts {
  letters: string;
  phoneticKey: string;
  /** A known name or mishearing may begin with it or contain it. */
  isNamePart: boolean;
  isFunction: boolean;
  /** It is a word of everyday speech. */
  isOrdinary: boolean;
  /** It is a word of a known name, or a form of one. */
  isNameWord: boolean;
  /** It is one word, unlike an address with dots inside. */
  isSingleWord: boolean;
  /** It is no word that the list or the names have. */
  isUnknown: boolean;
}

/**
 * Words with at least this many occurrences in 51 million words of film subtitles are function words.
 *
 * @see https://chrplr.github.io/openlexicon/datasets-info/SUBTLEX-US/README-SUBTLEXus.html
 */
const MIN_FUNCTION_WORD_COUNT = 40_000;

/** Collects the knowledge about words and names. */
export function buildNameKnowledge(tokens: readonly Token[], context: CleaningContext): NameKnowledge {
  const { formation, sentences } = getLanguage(context.language);
  const isOrdinary = createOrdinaryWordCheck(context.words, formation);
  const isWord = createAnyWordCheck(context.words, formation);
  const isMostlyLowerCase = createLowerCaseCheck(tokens);
  const names = context.names.map((name) => {
    const key = toWordKey(name.name);
    return name.fromHeadline && isMostlyLowerCase(key) ? { ...name, name: key } : name;
  });
  const lexicon = buildLexicon(names, isOrdinary);
  const { letterPrefixes, people, phrasesByWord } = lexicon;
  const endings = formation.nameEndings.map((ending) => new RegExp(`${ending}$`));
  const properNouns = sentences?.getProperNouns();
  const isFunction = (word: string) =>
    word.length < 2 || (context.words.get(word) ?? 0) >= MIN_FUNCTION_WORD_COUNT;
  const getWordFacts = memoize((word): NameWordFacts => {
    const letters = toPlainLetters(word.replace(/'s$/, ""));
    const phoneticKey = toPhoneticKey(toPhonemes(word));
    const isSingleWord = !/\p{L}[.,?!/@]+\p{L}/u.test(word);
    const isNameWord = [word, ...endings.map((ending) => word.replace(ending, ""))].some((stem) =>
      lexicon.words.has(stem),
    );
    return {
      letters,
      phoneticKey,
      isNamePart: letterPrefixes.has(letters) || people.has(phoneticKey) || phrasesByWord.has(word),
      isFunction: isFunction(word),
      isOrdinary: isOrdinary(word),
      isNameWord,
      isSingleWord,
      isUnknown:
        !isNameWord && isSingleWord && !isWord(word) && !properNouns?.get(word) && /\p{L}{2}/u.test(word),
    };
  });
  const rareNameWords = new Set([...lexicon.words].filter((word) => !isOrdinary(word)));
  return { lexicon, nearestByText: new Map(), rareNameWords, isFunction, getWordFacts };
}

/** Creates a check whether the transcript writes a word key in lower case at least as often as not. */
function createLowerCaseCheck(tokens: readonly Token[]): (word: string) => boolean {
  const counts = new Map<string, { lowerCase: number; all: number }>();
  for (const { text } of tokens) {
    const key = toWordKey(text);
    const count = counts.get(key) ?? { lowerCase: 0, all: 0 };
    if (/^\P{L}*\p{Ll}/u.test(text)) count.lowerCase++;
    count.all++;
    counts.set(key, count);
  }
  return (word) => {
    const count = counts.get(word);
    return count !== undefined && count.lowerCase * 2 >= count.all;
  };
}
