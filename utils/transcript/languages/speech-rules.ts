import { ENGLISH_SPEECH } from "./english/english-speech.ts";

/**
 * The rules for comparing texts of one spoken language and finding its topics.
 * They are apart from `Language`, so that pages can align captions without loading the rules of cleaning.
 */
export interface SpeechRules {
  /** Sounds of hesitation in any spelling, as plain letters. */
  hesitation: RegExp;
  /** Words that one source spells one way and another source another way, without spaces. */
  spellingVariants: { readonly [word: string]: string };
  /** The words of a number in digits, such as "25", "2014" or "3rd"; null for any other word. */
  toNumberWords(word: string): string[] | null;
  /** Endings cut off so that forms of one word match. */
  topicEnding: RegExp | null;
  /** Phrases that announce another topic. */
  turningPhrase: RegExp | null;
}

/** A language of which nothing is known. */
const UNKNOWN_SPEECH: SpeechRules = {
  hesitation: /(?!)/,
  spellingVariants: {},
  toNumberWords: () => null,
  topicEnding: null,
  turningPhrase: null,
};

/** The rules of speech of a language by its BCP 47 tag. */
export const getSpeechRules = (tag: string): SpeechRules =>
  tag.toLowerCase().split("-")[0] === "en" ? ENGLISH_SPEECH : UNKNOWN_SPEECH;
