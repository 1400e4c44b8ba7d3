import type { WordSet } from "../../shared/word-set.ts";

/** A filler phrase, and the words beside which it has a meaning: "do you know", "you know what". */
export interface FillerPhrase {
  words: readonly string[];
  meaningfulAfter: WordSet;
  meaningfulBefore: WordSet;
}

/** A filler that is also a word of comparison: English "like". */
export interface FillerComparison {
  word: string;
  /** At the start of a sentence it is a filler before these: "like we did". */
  subjects: WordSet;
  /** The word that marks an infinitive. */
  infinitiveMarker: string;
  /** After the marker it is a filler before these verbs: "to like think". */
  verbs: WordSet;
}

/** What tells a filler or an accidental repeat from words with a meaning. */
export interface FillerRules {
  phrase: FillerPhrase;
  comparison: FillerComparison;
  /** Before these a sound of hesitation is spoken about: "the word um". */
  mentioning: WordSet;
  /** Pronouns repeated with their verb: "I I've". */
  restartedPronouns: WordSet;
  /** Words that nobody repeats for emphasis. */
  smallWords: WordSet;
  /** Words that end one sentence and begin the next: "I wrote it it was". They repeat by accident after an opener. */
  endOrStartWords: WordSet;
  /** Words that open a sentence or clause. */
  openers: WordSet;
  /** Words repeated on purpose: "very very". */
  emphaticWords: WordSet;
  /** Words that join two alike: "on and on". */
  coordinators: WordSet;
  /** Words that a comma may precede. */
  clauseOpeners: WordSet;
  /** After these a comma belongs to the filler: "and, you know, I saw". */
  linkingWords: WordSet;
}

/**
 * Weights of clues for a punctuation mark between two words, learnt by `scripts/learn-sentences.ts`.
 * Each is a logarithm of odds in tenths, against no mark. The empty clue is the base rate.
 */
export interface StopOdds {
  [clue: string]: readonly [comma: number, stop: number];
}

/** What is needed to punctuate unpunctuated text. */
export interface SentenceRules {
  odds: StopOdds;
  /** No sentence ends with these. */
  neverLast: WordSet;
  /** A sentence put in by the cleaner begins with one of these. */
  firstWords: WordSet;
  /** Before these a comma suffices unless the sentence is long. */
  linkingWords: WordSet;
  /** After a linking word, this one begins a sentence all the same: "and so". */
  consequence: string;
  /** Whether the words of a sentence ask something. */
  isQuestion(words: readonly string[]): boolean;
  /** Whether the words from index `k` on open a question. */
  isQuestionStart(words: readonly string[], k: number): boolean;
  /** After these, words that open a question are reported or have not begun: "I know what is". */
  neverBeforeQuestion: WordSet;
  /** A pronoun that is always a capital, as a pattern on a token; `$1` keeps the opening punctuation. */
  capitalPronoun: { pattern: RegExp; replacement: string };
  /**
   * Words that are always capitalized, in lower case, with their written form. Names of several words are listed
   * as a whole, and their first word with an empty form.
   */
  getProperNouns(): ReadonlyMap<string, string>;
}

/** Sentences that are about the show rather than part of the talk. */
export interface SegmentPatterns {
  /** Opening and closing words of a host. */
  credits: RegExp;
  /** An advert read in the episode. */
  sponsor: RegExp;
}

/** How words are built from others. */
export interface WordFormation {
  /** Single letters that are words. */
  singleLetterWords: WordSet;
  /** The contracted end of a word: "'s", "n't". */
  contraction: RegExp;
  /** Words that `word` may be derived from, in lower case; some are no words. */
  listStems(word: string): string[];
  /** What known names grow into: "Bayesian" into "Bayesians". */
  nameEndings: readonly string[];
}

/**
 * The rules and word lists for cleaning one spoken language.
 * A language without an optional part skips the cleaning that needs it.
 */
export interface Language {
  /** Primary subtag of its BCP 47 tag, in lower case (https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1). */
  tag: string;
  /** Sounds of hesitation. */
  hesitations: WordSet;
  /** Commas around a filler are a matter of taste and disappear with it. */
  hasOptionalCommas: boolean;
  fillers: FillerRules | null;
  sentences: SentenceRules | null;
  segments: SegmentPatterns | null;
  /** Words with which people begin a new thought. */
  thoughtOpeners: WordSet;
  /** Words with which people begin their turn. */
  turnOpeners: WordSet;
  /** Small words that captions glue to the word after them. */
  gluedWords: WordSet;
  /** Words near which a show says its own name. */
  showNameNeighbors: readonly string[];
  formation: WordFormation;
}

const NOTHING: WordSet = new Set();

/** A language of which nothing is known. Languages with a few rules extend it. */
export const UNKNOWN_LANGUAGE: Language = {
  tag: "und",
  hesitations: NOTHING,
  hasOptionalCommas: true,
  fillers: null,
  sentences: null,
  segments: null,
  thoughtOpeners: NOTHING,
  turnOpeners: NOTHING,
  gluedWords: NOTHING,
  showNameNeighbors: [],
  formation: { singleLetterWords: NOTHING, contraction: /(?!)/, listStems: () => [], nameEndings: [] },
};
