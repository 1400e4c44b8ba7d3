import type { NameSource } from "../../model/evidence.ts";
import type { KnownName } from "../context/curated-facts.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { splitPhrases, type NotesPhrase } from "./split-phrases.ts";

/** Everything written about an episode that may hold names. */
export interface EpisodeTexts {
  /** Full names of those who speak. */
  people: readonly string[];
  /** Name of the show; empty where unknown. */
  show: string;
  /** People, works and tools that the episode mentions. */
  mentions: readonly string[];
  /** Title and chapters: headlines, in which capitals mean little. */
  headlines: readonly string[];
  /** Show notes or description, one entry per paragraph. */
  notes: readonly string[];
}

/** What is known about words, by their keys. */
export interface WordClassifier {
  /** A word of everyday speech. */
  isOrdinary(word: string): boolean;
  /** A word that is mostly capitalized. */
  isProper(word: string): boolean;
  /** Words near which a show says its own name. */
  showNameNeighbors: readonly string[];
}

/** Ordinary words with capitals are a name when they occur this often; a person then speaks in the episode. */
const MIN_MENTIONS = 2;
/** Longer notes are lists of other things. */
const MAX_NOTES_CHARS = 30_000;
/** Lower-case words of at least this many letters are terms. */
const MIN_TERM_LETTERS = 7;
const MIN_NAME_LETTERS = 3;
const MAX_PERSON_WORDS = 4;

/**
 * Extracts names from texts about an episode.
 * Ordinary words are a name only together, in running text, and repeatedly.
 * The words next to a name become evidence for it.
 */
export function extractNames(texts: EpisodeTexts, classifier: WordClassifier): KnownName[] {
  const collector = new NameCollector(classifier);
  for (const name of texts.people)
    collector.add(name, "speakers", toWordKey(name), { person: true, speaks: true });
  if (/\s/.test(texts.show))
    collector.add(texts.show, "show", toWordKey(texts.show), { near: classifier.showNameNeighbors });
  for (const name of texts.mentions)
    collector.add(name, "mentions", toWordKey(name), isFullName(name, classifier) ? { person: true } : {});
  let room = MAX_NOTES_CHARS;
  const lines = [
    ...texts.headlines.map((line) => [line, "headlines"] as const),
    ...texts.notes.map((line) => [line, "notes"] as const),
  ];
  for (const [line, source] of lines) {
    for (const phrase of splitPhrases(line.slice(0, Math.max(0, room)), source === "headlines"))
      collector.addPhrase(phrase, source);
    room -= line.length;
  }
  return collector.list();
}

type ExtractedName = Omit<KnownName, "phrases"> & { phrases: string[] };
type NameDetails = Omit<KnownName, "name" | "source" | "phrases">;

class NameCollector {
  readonly #names = new Map<string, ExtractedName>();
  /** How often capitalized phrases occur, and whether one occurs inside a sentence. */
  readonly #phrases = new Map<string, { count: number; isInside: boolean }>();
  readonly #classifier: WordClassifier;

  constructor(classifier: WordClassifier) {
    this.#classifier = classifier;
  }

  /** @param context The name and the words around it, as keys. */
  add(name: string, source: NameSource, context: string, details: NameDetails = {}): void {
    const same = this.#names.get(name);
    if (!same) {
      this.#names.set(name, { ...details, name, source, phrases: [context] });
      return;
    }
    same.phrases.push(context);
    if (!details.fromHeadline) delete same.fromHeadline;
    if (details.person) same.person = true;
  }

  /** Adds the names in a phrase: the phrase itself, and each distinctive word. */
  addPhrase(phrase: NotesPhrase, source: NameSource): void {
    const { words, isTitled, isCapital, context } = phrase;
    const name = words.join(" ");
    if (isPerson(phrase, this.#classifier)) this.add(name, source, context, { person: true });
    else if (words.length > 1 && !isTitled && isCapital && this.#isName(phrase))
      this.add(name, source, context);
    for (const word of words) {
      if (!isDistinctive(word, this.#classifier)) continue;
      const hasOwnCapitals = /\p{Lu}.*\p{Lu}|\d/u.test(word);
      this.add(word, source, context, isTitled && !hasOwnCapitals ? { fromHeadline: true } : {});
    }
  }

  /** Counts a capitalized phrase, and decides whether it is a name by now. */
  #isName({ words, isSentenceStart }: NotesPhrase): boolean {
    const name = words.join(" ");
    const seen = this.#phrases.get(name) ?? { count: 0, isInside: false };
    seen.count++;
    seen.isInside ||= !isSentenceStart;
    this.#phrases.set(name, seen);
    const areOrdinary = words.every(
      (word) => this.#classifier.isOrdinary(toWordKey(word)) || !/^\p{Lu}/u.test(word),
    );
    return !areOrdinary || (seen.count >= MIN_MENTIONS && seen.isInside);
  }

  /** All names. A person written about repeatedly, or in the title, is taken for a guest. */
  list(): KnownName[] {
    return [...this.#names.values()].map((name) =>
      name.person && (name.phrases.length >= MIN_MENTIONS || name.source === "headlines")
        ? { ...name, speaks: true }
        : name,
    );
  }
}

/** Whether a phrase is a person's full name. */
function isPerson(
  { words, isCapital, isTitled, isListed }: NotesPhrase,
  classifier: WordClassifier,
): boolean {
  if (!isCapital || words.length > MAX_PERSON_WORDS || (isTitled && !isListed)) return false;
  return isFullName(words.join(" "), classifier);
}

/** Whether all words are names of people, as far as a word list can tell. */
function isFullName(name: string, { isOrdinary, isProper }: WordClassifier): boolean {
  const words = name.split(" ");
  const isCapitalized = (word: string) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
  const isPersonal = (key: string) => isProper(key) || !isOrdinary(key);
  return words.length > 1 && words.every((word) => isCapitalized(word) && isPersonal(toWordKey(word)));
}

/** Whether a word is a name or term by itself. */
function isDistinctive(word: string, { isOrdinary }: WordClassifier): boolean {
  const key = toWordKey(word);
  if (key.length < MIN_NAME_LETTERS || isOrdinary(key) || /^\d/.test(key)) return false;
  return /^\p{Ll}/u.test(word) ? key.length >= MIN_TERM_LETTERS && /^[\p{L}-]+$/u.test(key) : true;
}
