import type { WordStats } from "../format/word-entry.ts";
import type { Postings } from "../format/postings.ts";
import type { Segment } from "../read/open-segment.ts";
import { findAdjacentPositions } from "./find-phrase-positions.ts";
import { findSoundsLike } from "./sounds-like.ts";
import type { SimilarEntry } from "../format/packed-vocabulary.ts";

/** How query words are matched and weighted. */
export interface MatchOptions {
  /** The last query word may be a prefix. */
  unfinished: boolean;
  /** Weight of a variant by its kind; an exact match weighs 1. */
  weights: { prefix: number; fuzzy: number; sound: number };
  /** A word gets spelling variants only if fewer passages have it. */
  maxFuzzyPassages: number;
  /** All variants of a word use the IDF of the most common one, so that a misspelling does not count as rare. */
  shareIdf: boolean;
  /** Rare words also match what sounds like them. */
  sounds: boolean;
}

/** A term that replaces a query word. */
export interface TermVariant {
  /** A word, or two adjacent words separated by a space. */
  words: string;
  weight: number;
  passageCount: number;
  postings: Postings | WordStats;
  /** Matches by sound, not by spelling. */
  isSound: boolean;
}

/** Edit distance allowed for a word: 0 below 4 letters, 1 for 4 and 5, otherwise 2. */
const computeMaxMistakes = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);
/** How much MiniSearch discounts the letters by which a prefix match is longer. */
const PREFIX_DISTANCE_FACTOR = 0.3;
/** A rare word of this length is mostly a longer one with a letter missing. */
const SHORT_WORD_LETTERS = 3;
/** Two adjacent words that sound like a query word are stronger evidence than one. */
const PAIR_BOOST = 1.4;
/** Shortest word that is matched by sound. */
const MIN_SOUND_LETTERS = 4;
/** Words of fewer passages than this count as rare and are matched by sound. */
export const RARE_PASSAGES = 3;
/** Words of fewer passages, or of a smaller share of all passages, count as uncommon. */
const UNCOMMON_PASSAGES = 50;
const UNCOMMON_SHARE = 0.01;
/** A word of this many passages is what a word one letter away was meant to be. */
const COMMON_PASSAGES = 10;

type VariantsByWord = Map<string, Map<string, TermVariant>>;

/** Rare query words, and those of them that are probably mistyped instead of misheard. */
interface NameCandidates {
  rare: Set<string>;
  mistyped: Set<string>;
}

/**
 * Finds the variants of each query word: exact, prefix, misspelled and, for rare words, similar sounds.
 * Weights decrease with the distance as in MiniSearch 7.2.0:
 * https://github.com/lucaong/minisearch/blob/master/DESIGN_DOCUMENT.md
 */
export async function findVariants(
  segment: Segment,
  words: readonly string[],
  options: MatchOptions,
): Promise<Map<string, TermVariant[]>> {
  const variants: VariantsByWord = new Map();
  const candidates: NameCandidates = { rare: new Set(), mistyped: new Set() };
  for (const word of new Set(words)) {
    const unfinished = options.unfinished && word === words.at(-1);
    const similar = findSimilarWords(segment, word, options.maxFuzzyPassages);
    const spellings = findSpellings(segment, word, similar, { ...options, unfinished });
    variants.set(word, spellings);
    classifyWord(segment, word, similar, spellings, candidates);
  }
  if (options.sounds) await addAllSoundVariants(segment, words, options, variants, candidates);
  return new Map([...variants].map(([word, byTerm]) => [word, [...byTerm.values()]]));
}

/** Decides whether a query word may be a name that the recogniser misheard. */
function classifyWord(
  segment: Segment,
  word: string,
  similar: readonly SimilarEntry<WordStats>[],
  spellings: ReadonlyMap<string, TermVariant>,
  { rare, mistyped }: NameCandidates,
): void {
  // A prefix of a common word is on its way to that word.
  const isPrefixOfCommon = [...spellings.values()].some(
    ({ words: other, passageCount }) =>
      passageCount >= COMMON_PASSAGES && other !== word && other.startsWith(word),
  );
  if (countPassages(segment, word) < RARE_PASSAGES && !isPrefixOfCommon) rare.add(word);
  // Words of three letters have no spelling variants, but one letter away from a common word they are mistyped, too.
  const neighbours =
    rare.has(word) && word.length === SHORT_WORD_LETTERS ? segment.words.findSimilar(word, 1) : similar;
  if (neighbours.some(({ distance, value }) => distance <= 1 && value.passageCount >= COMMON_PASSAGES))
    mistyped.add(word);
}

/** Adds similar sounds of rare words, and of neighbouring words that may be one name. */
async function addAllSoundVariants(
  segment: Segment,
  words: readonly string[],
  options: MatchOptions,
  variants: VariantsByWord,
  { rare, mistyped }: NameCandidates,
): Promise<void> {
  const isUncommon = (word: string) =>
    countPassages(segment, word) < Math.max(UNCOMMON_PASSAGES, segment.passageCount * UNCOMMON_SHARE);
  /** True if a word may be half of a name; a mistyped one only beside an uncommon word. */
  const isNameHalf = (word: string, other: string) =>
    rare.has(word) && (!mistyped.has(word) || isUncommon(other));
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (rare.has(word)) await addSoundVariants(segment, word, [word], options, variants, !mistyped.has(word));
    if (!next) continue;
    addJoinedVariant(segment, [word, next], options, variants);
    if (isNameHalf(word, next) || isNameHalf(next, word) || (await isNeverAdjacent(segment, word, next)))
      await addSoundVariants(segment, word + next, [word, next], options, variants);
  }
}

/** True for two uncommon words that occur, but never next to each other: they may be a name that was misheard. */
async function isNeverAdjacent(segment: Segment, word: string, next: string): Promise<boolean> {
  const entries = [word, next].flatMap((each) => segment.words.get(each) ?? []);
  if (entries.length < 2 || entries.some(({ passageCount }) => passageCount >= UNCOMMON_PASSAGES))
    return false;
  return !(await findAdjacentPositions(segment, entries)).length;
}

const countPassages = (segment: Segment, word: string): number => segment.words.get(word)?.passageCount ?? 0;

/** Words within the allowed edit distance of a word that fewer than `maxPassages` passages have. May include itself. */
function findSimilarWords(
  segment: Segment,
  word: string,
  maxPassages: number,
): readonly SimilarEntry<WordStats>[] {
  const maxDistance = countPassages(segment, word) < maxPassages ? computeMaxMistakes(word) : 0;
  return maxDistance ? segment.words.findSimilar(word, maxDistance) : [];
}

/** The variants of a word by spelling. */
function findSpellings(
  segment: Segment,
  word: string,
  similar: readonly SimilarEntry<WordStats>[],
  { weights, unfinished }: MatchOptions,
): Map<string, TermVariant> {
  const variants = new Map<string, TermVariant>();
  const add = (words: string, weight: number, entry: WordStats) => {
    const { passageCount, isStop } = entry;
    if (!isStop) variants.set(words, { words, weight, passageCount, postings: entry, isSound: false });
  };
  const exact = segment.words.get(word);
  if (exact) add(word, 1, exact);
  if (unfinished)
    for (const { word: longer, value } of segment.words.listPrefixed(word)) {
      if (longer === word) continue;
      const { length } = longer;
      add(
        longer,
        (weights.prefix * length) / (length + PREFIX_DISTANCE_FACTOR * (length - word.length)),
        value,
      );
    }
  for (const { word: other, value, distance } of similar)
    if (distance && !variants.has(other))
      add(other, (weights.fuzzy * other.length) / (other.length + distance), value);
  return variants;
}

/** Adds what sounds like some letters to the variants of the query words that they come from. */
async function addSoundVariants(
  segment: Segment,
  letters: string,
  queryWords: readonly string[],
  { weights }: MatchOptions,
  variants: VariantsByWord,
  withPairs = true,
): Promise<void> {
  if (letters.length < MIN_SOUND_LETTERS) return;
  const matches = await findSoundsLike(segment, letters, withPairs);
  for (const { words, distance, passageCount, postings } of matches)
    for (const queryWord of queryWords) {
      const byTerm = variants.get(queryWord)!;
      const weight = weights.sound * (words.includes(" ") ? PAIR_BOOST : 1) * (1 - distance) ** 3;
      const spelled = byTerm.get(words);
      if (!spelled || spelled.weight < weight)
        byTerm.set(words, { words, weight, passageCount, postings, isSound: !spelled });
    }
}

/** Adds the compound of two query words to both: "deep mind" finds "DeepMind". */
function addJoinedVariant(
  segment: Segment,
  queryWords: readonly [string, string],
  { weights }: MatchOptions,
  variants: VariantsByWord,
): void {
  const words = queryWords.join("");
  const entry = segment.words.get(words);
  if (!entry || entry.isStop) return;
  const { passageCount } = entry;
  const weight = Math.max(weights.sound, weights.prefix);
  for (const queryWord of queryWords)
    variants.get(queryWord)!.set(words, { words, weight, passageCount, postings: entry, isSound: false });
}
