import type { WordStats } from "../format/word-entry.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment } from "../read/open-segment.ts";
import { findAdjacentPositions } from "./find-phrase-positions.ts";
import { findSoundsLike } from "./sounds-like.ts";
import type { SimilarEntry } from "../format/packed-vocabulary.ts";

/** What is searched beside the very word, and what it counts. */
export interface MatchOptions {
  /** Of a word that was typed: it is the last one and may go on. */
  unfinished: boolean;
  /** Weights of words that go on, of those with typing mistakes, and of those that sound alike; 1 is the word itself. */
  weights: { prefix: number; fuzzy: number; sound: number };
  /** Typing mistakes are forgiven only in words that stand in fewer passages than this. */
  maxFuzzyPassages: number;
  /** All that is found for one word counts as rare as the commonest of it, so that a misspelling is no rarity. */
  shareIdf: boolean;
  /** Rare words also find what sounds like them. */
  sounds: boolean;
}

/** Something that stands for a word of the query. */
export interface TermVariant {
  /** The word or, of two that sound like one, both. */
  words: string;
  weight: number;
  passageCount: number;
  postings: Postings | WordStats;
  isSound: boolean;
}

/** Typing mistakes that are forgiven, by length of the word: none below 4 letters, 1 for 4 and 5, 2 above. */
const computeMaxMistakes = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);
/** Letters of a word that is mostly a longer one without a letter where it is not said. */
const SHORT_WORD_LETTERS = 3;
/** Two words that happen to stand together say more than one. */
const PAIR_BOOST = 1.4;
/** Letters a name has at least that is searched by its sound. */
const MIN_SOUND_LETTERS = 4;
/** A word that stands in fewer passages than this is also searched by its sound. */
export const RARE_PASSAGES = 3;
/** A word that stands in fewer passages, or in a smaller share of them, is not said often. */
const [SELDOM_PASSAGES, SELDOM_SHARE] = [50, 0.01];
/** A word that stands in so many passages is the one that was meant where one letter is wrong. */
const COMMON_PASSAGES = 10;

/** Everything that may stand for each word of a query; the weights of prefixes and mistakes are MiniSearch's. */
export async function findVariants(
  segment: Segment,
  words: readonly string[],
  options: MatchOptions,
): Promise<Map<string, TermVariant[]>> {
  const all = new Map<string, Map<string, TermVariant>>();
  /** Words that may be names which were heard otherwise, and those of them that are rather mistyped. */
  const names = new Set<string>();
  const mistyped = new Set<string>();
  for (const word of new Set(words)) {
    const unfinished = options.unfinished && word === words.at(-1);
    const near = findSimilarWords(segment, word, options.maxFuzzyPassages);
    const variants = findSpellings(segment, word, near, { ...options, unfinished });
    all.set(word, variants);
    // An unfinished word that goes on to one that is said again and again is on its way there.
    const goesOn = [...variants.values()].some(({ words: other, passageCount: passages }) => {
      return passages >= COMMON_PASSAGES && other !== word && other.startsWith(word);
    });
    if (countPassages(segment, word) < RARE_PASSAGES && !goesOn) names.add(word);
    // A letter away from a word that is said again and again, it is mistyped, and no name that was heard as two words;
    // so are three letters, although no mistake is forgiven in them.
    const alike =
      names.has(word) && word.length === SHORT_WORD_LETTERS ? segment.words.findSimilar(word, 1) : near;
    if (alike.some(({ distance, value }) => distance <= 1 && value.passageCount >= COMMON_PASSAGES))
      mistyped.add(word);
  }
  if (options.sounds) {
    const isSeldom = (word: string) =>
      countPassages(segment, word) < Math.max(SELDOM_PASSAGES, segment.passageCount * SELDOM_SHARE);
    /** Whether two words may be one name: a word that is mistyped is a part of it beside one that is not said often. */
    const isPart = (word: string, other: string) =>
      names.has(word) && (!mistyped.has(word) || isSeldom(other));
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      if (names.has(word)) await addSoundVariants(segment, word, [word], options, all, !mistyped.has(word));
      if (!next) continue;
      addJoinedVariant(segment, word + next, [word, next], options, all);
      if (isPart(word, next) || isPart(next, word) || (await isNeverAdjacent(segment, word, next)))
        await addSoundVariants(segment, word + next, [word, next], options, all);
    }
  }
  return new Map([...all].map(([word, variants]) => [word, [...variants.values()]]));
}

/** Whether two words that are not said often never stand next to each other: so may one name that was heard as another. */
async function isNeverAdjacent(segment: Segment, word: string, next: string): Promise<boolean> {
  const entries = [word, next].flatMap((each) => segment.words.get(each) ?? []);
  if (entries.length < 2 || entries.some(({ passageCount: passages }) => passages >= SELDOM_PASSAGES))
    return false;
  return !(await findAdjacentPositions(segment, entries)).length;
}

/** In how many passages a word stands. */
const countPassages = (segment: Segment, word: string): number => segment.words.get(word)?.passageCount ?? 0;

/** Words that may have been meant by a word that stands in fewer passages than some; they count themselves. */
function findSimilarWords(
  segment: Segment,
  word: string,
  meantPassages: number,
): readonly SimilarEntry<WordStats>[] {
  const most = countPassages(segment, word) < meantPassages ? computeMaxMistakes(word) : 0;
  return most ? segment.words.findSimilar(word, most) : [];
}

/** Words that are spelt like one: itself, what goes on from it, and what is nearly the same. */
function findSpellings(
  segment: Segment,
  word: string,
  near: readonly SimilarEntry<WordStats>[],
  { weights, unfinished }: MatchOptions,
): Map<string, TermVariant> {
  const { length } = word;
  const found = new Map<string, TermVariant>();
  const put = (words: string, weight: number, entry: WordStats) => {
    if (!entry.isStop)
      found.set(words, { words, weight, passageCount: entry.passageCount, postings: entry, isSound: false });
  };
  const exact = segment.words.get(word);
  if (exact) put(word, 1, exact);
  if (unfinished)
    for (const { word: longer, value } of segment.words.listPrefixed(word))
      if (longer !== word)
        put(
          longer,
          (weights.prefix * longer.length) / (longer.length + 0.3 * (longer.length - length)),
          value,
        );
  for (const { word: other, value, distance } of near)
    if (distance && !found.has(other))
      put(other, (weights.fuzzy * other.length) / (other.length + distance), value);
  return found;
}

/** Adds what sounds like one word of the query, or like two that stand next to each other, to each of them. */
async function addSoundVariants(
  segment: Segment,
  letters: string,
  of: readonly string[],
  { weights }: MatchOptions,
  all: ReadonlyMap<string, Map<string, TermVariant>>,
  withPairs = true,
): Promise<void> {
  if (letters.length < MIN_SOUND_LETTERS) return;
  for (const { words, distance: apart, passageCount: passages, postings } of await findSoundsLike(
    segment,
    letters,
    withPairs,
  ))
    for (const word of of) {
      const weight = weights.sound * (words.includes(" ") ? PAIR_BOOST : 1) * (1 - apart) ** 3;
      const known = all.get(word)!.get(words);
      if (!known || known.weight < weight)
        all.get(word)!.set(words, { words, weight, passageCount: passages, postings, isSound: !known });
    }
}

/** Two words of a query that the talk writes as one: "deep mind" for "DeepMind". */
function addJoinedVariant(
  segment: Segment,
  letters: string,
  of: readonly string[],
  { weights }: MatchOptions,
  all: ReadonlyMap<string, Map<string, TermVariant>>,
): void {
  const entry = segment.words.get(letters);
  if (!entry || entry.isStop) return;
  for (const word of of) {
    const { passageCount: passages } = entry;
    all.get(word)!.set(letters, {
      words: letters,
      weight: Math.max(weights.sound, weights.prefix),
      passageCount: passages,
      postings: entry,
      isSound: false,
    });
  }
}
