import type { CleaningStep } from "../context/cleaning-step.ts";
import { applyRewrites, type TokenRewrite } from "../tokens/apply-rewrites.ts";
import type { Token } from "../tokens/token.ts";
import { findNameByLetters } from "./find-name-by-letters.ts";
import { findNameByPerson } from "./find-name-by-person.ts";
import { findNameByPhrase } from "./find-name-by-phrase.ts";
import { findNameBySound } from "./find-name-by-sound.ts";
import { buildNameKnowledge } from "./name-knowledge.ts";
import type { NameMatch } from "./name-match.ts";
import { buildNameSearch, type NameSearch } from "./name-search.ts";

/**
 * Corrects names and terms known from the episode's facts, its notes and the show's glossary.
 * The strongest evidence is tried first: people's names, equal letters, sound, and one wrong word in a term.
 * Where two names would do, or only an ordinary word suggests one, the heard words remain.
 */
export const namesStep: CleaningStep = {
  name: "names",
  run(tokens, context) {
    if (!context.names.length) return tokens;
    const hasWordList = context.words.size > 0;
    const knowledge = buildNameKnowledge(tokens, context);
    const search = buildNameSearch(tokens, knowledge);
    const corrected = correctNames(search, hasWordList, null);
    if (corrected === tokens) return tokens;
    // A corrected name is evidence for its neighbors, so these are tried once more.
    const nextSearch = buildNameSearch(corrected, knowledge);
    return correctNames(nextSearch, hasWordList, findChangedPositions(search, nextSearch));
  },
};

/** Evidence for a name is at most this many words away. */
const EVIDENCE_REACH_WORDS = 4;

/** Indexes of the words for which there may be new evidence: near corrected words and new pairs of neighbors. */
function findChangedPositions(before: NameSearch, after: NameSearch): ReadonlySet<number> {
  const oldPairs = new Set(before.neighborPairs);
  const newPairs = after.neighborPairs.filter((pair) => !oldPairs.has(pair));
  const pairedWords = new Set(newPairs.flatMap((pair) => pair.split(" ")));
  const oldTokens = new Set(before.tokens);
  const positions = new Set<number>();
  after.words.forEach((word, k) => {
    const isOld = oldTokens.has(after.tokens[after.tokenIndexes[k]!]!);
    if (isOld && !pairedWords.has(word)) return;
    for (let i = k - EVIDENCE_REACH_WORDS; i <= k + EVIDENCE_REACH_WORDS; i++) positions.add(i);
  });
  return positions;
}

/** @param positions Indexes of the words to try; null for all. */
function correctNames(
  search: NameSearch,
  hasWordList: boolean,
  positions: ReadonlySet<number> | null,
): Token[] {
  const rewrites: TokenRewrite[] = [];
  for (let k = 0; k < search.words.length;) {
    const isTried = (!positions || positions.has(k)) && isEditable(search, k);
    const match = isTried ? findNameMatch(search, k, hasWordList) : null;
    if (match && isMatchEditable(search, match)) rewrites.push(createNameRewrite(search, match));
    k = Math.max(k + 1, match?.to ?? 0);
  }
  return applyRewrites(search.tokens, rewrites, namesStep.name);
}

function findNameMatch(search: NameSearch, k: number, hasWordList: boolean): NameMatch | null {
  if (!search.words[k]) return null;
  const { isNamePart } = search.facts[k]!;
  const spelt = isNamePart ? (findNameByPerson(search, k) ?? findNameByLetters(search, k)) : null;
  if (spelt || !hasWordList) return spelt;
  return findNameBySound(search, k) ?? (isNamePart ? findNameByPhrase(search, k) : null);
}

/** Words edited by hand remain. */
const isEditable = ({ tokens, tokenIndexes }: NameSearch, k: number): boolean =>
  tokens[tokenIndexes[k]!]!.correction?.step !== "edits";

const isMatchEditable = (search: NameSearch, { from, to }: NameMatch): boolean =>
  Array.from({ length: to - from }, (_, i) => from + i).every((k) => isEditable(search, k));

/** Replaces the heard words by the name, with the punctuation around them and a possessive ending. */
function createNameRewrite(
  { tokens, tokenIndexes, getWordFacts }: NameSearch,
  { from, to, name, why }: NameMatch,
): TokenRewrite {
  const [start, end] = [tokenIndexes[from]!, tokenIndexes[to - 1]!];
  const [first, last] = [tokens[start]!.text, tokens[end]!.text];
  const opening = /^[^\p{L}\p{N}.#]*/u.exec(first)?.[0] ?? "";
  const closing = /(?:['’]s)?[^\p{L}\p{N}#+]*$/u.exec(last)?.[0] ?? "";
  // "welcome to …" keeps its capital at the start of a sentence; "fast.ai" has none anywhere.
  const [head = ""] = name.split(/\s/);
  const keepsCapital = /^\P{L}*\p{Lu}/u.test(first) && /^\p{Ll}/u.test(head) && getWordFacts(head).isOrdinary;
  const shown = keepsCapital ? name[0]!.toUpperCase() + name.slice(1) : name;
  const ending = name.endsWith("s") ? closing.replace(/^['’]s/, "") : closing;
  return { from: start, to: end + 1, words: `${opening}${shown}${ending}`.split(/\s+/), why };
}
