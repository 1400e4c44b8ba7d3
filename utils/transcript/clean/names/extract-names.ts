import type { NameSource } from "../../model/evidence.ts";
import type { KnownName } from "../context/curated-facts.ts";
import { toWordKey } from "../tokens/word-key.ts";
import { splitPhrases, type NotesPhrase } from "./split-phrases.ts";

/** What is written about an episode. */
export interface EpisodeTexts {
  /** Full names of those who speak. */
  people: readonly string[];
  /** Name of the show; empty where unknown. */
  show: string;
  /** People, works and tools it speaks of. */
  mentions: readonly string[];
  /** Title and chapters: headlines, in which capitals mean little. */
  headlines: readonly string[];
  /** Show notes or description, a paragraph an entry. */
  notes: readonly string[];
}

/** What is known about words. */
export interface WordClassifier {
  /** A word of everyday speech, in small letters. */
  isOrdinary(word: string): boolean;
  /** A word that is mostly written with a capital, in small letters. */
  isProper(word: string): boolean;
}

/** Ordinary words with capitals in running text are a name when they come back; a person is whom it is about. */
const MIN_MENTIONS = 2;
/** Notes are read so far, in characters; longer ones are lists of other things. */
const MAX_NOTES_CHARS = 30_000;
/** Small-letter words of at least this many letters are terms. */
const MIN_TERM_LETTERS = 7;

/** Words among which a show names itself. */
const SHOW_NAME_CONTEXT = ["podcast", "show", "episode", "welcome", "listening", "host", "this"];

type ExtractedName = Omit<KnownName, "phrases"> & { phrases: string[] };

/**
 * Right names from what is written about an episode. A word of everyday speech is a name only together with others,
 * in running text, and when it comes back; the words beside a name are kept as evidence for it.
 */
export function extractNames(written: EpisodeTexts, dictionary: WordClassifier): KnownName[] {
  const found = new Map<string, ExtractedName>();
  const runs = new Map<string, { times: number; inside: boolean }>();
  const add = (
    name: string,
    source: NameSource,
    phrase: string,
    more: Omit<KnownName, "name" | "source" | "phrases"> = {},
  ) => {
    const old = found.get(name);
    if (!old) found.set(name, { ...more, name, source, phrases: [phrase] });
    else {
      old.phrases.push(phrase);
      if (!more.fromHeadline) delete old.fromHeadline;
      if (more.person) old.person = true;
    }
  };
  for (const name of written.people) add(name, "speakers", toWordKey(name), { person: true, speaks: true });
  if (/\s/.test(written.show))
    add(written.show, "show", toWordKey(written.show), { near: SHOW_NAME_CONTEXT });
  for (const name of written.mentions)
    add(name, "mentions", toWordKey(name), isFullName(name, dictionary) ? { person: true } : {});
  let room = MAX_NOTES_CHARS;
  const lines = [
    ...written.headlines.map((line) => [line, "headlines"] as const),
    ...written.notes.map((line) => [line, "notes"] as const),
  ];
  for (const [line, source] of lines) {
    for (const run of splitPhrases(line.slice(0, Math.max(0, room)), source === "headlines"))
      read(run, source);
    room -= line.length;
  }
  // A full name that comes back, or stands in the title, is whom the episode is with.
  return [...found.values()].map((name) =>
    name.person && (name.phrases.length >= MIN_MENTIONS || name.source === "headlines")
      ? { ...name, speaks: true }
      : name,
  );

  function read(run: NotesPhrase, source: NameSource) {
    const { words, isTitled, context: around } = run;
    const name = words.join(" ");
    const isOrdinary = words.every(
      (word) => dictionary.isOrdinary(toWordKey(word)) || !/^\p{Lu}/u.test(word),
    );
    if (isPerson(run, dictionary)) add(name, source, around, { person: true });
    else if (words.length > 1 && !isTitled && run.isCapital) {
      const seen = runs.get(name) ?? { times: 0, inside: false };
      runs.set(name, { times: ++seen.times, inside: (seen.inside ||= !run.isSentenceStart) });
      if (!isOrdinary || (seen.times >= MIN_MENTIONS && seen.inside)) add(name, source, around);
    }
    for (const word of words)
      if (isDistinctive(word, dictionary))
        add(word, source, around, isTitled && !/\p{Lu}.*\p{Lu}|\d/u.test(word) ? { fromHeadline: true } : {});
  }
}

/** Two to four words with capitals, each of them a name or no word of everyday speech, and one that is none. */
function isPerson(
  { words, isCapital, isTitled, isListed }: NotesPhrase,
  { isOrdinary, isProper }: WordClassifier,
): boolean {
  if (!isCapital || words.length < 2 || words.length > 4 || (isTitled && !isListed)) return false;
  return isFullName(words.join(" "), { isOrdinary, isProper });
}

/** Words that are all names of people, as far as a list of words can tell. */
function isFullName(name: string, { isOrdinary, isProper }: WordClassifier): boolean {
  const words = name.split(" ");
  const isName = (word: string) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
  return (
    words.length > 1 &&
    words.every((word) => isName(word) && (isProper(toWordKey(word)) || !isOrdinary(toWordKey(word))))
  );
}

/** A word that is a name or term by itself: none of everyday speech. */
function isDistinctive(word: string, { isOrdinary }: WordClassifier): boolean {
  const plain = toWordKey(word);
  if (plain.length < 3 || isOrdinary(plain) || /^\d/.test(plain)) return false;
  return /^\p{Ll}/u.test(word) ? plain.length >= MIN_TERM_LETTERS && /^[\p{L}-]+$/u.test(plain) : true;
}
