import type { CleaningStep } from "../context/cleaning-step.ts";
import type { Token } from "../tokens/token.ts";
import { applyRewrites, type TokenRewrite } from "../tokens/apply-rewrites.ts";
import { findNameByLetters } from "./find-name-by-letters.ts";
import { findNameByPerson } from "./find-name-by-person.ts";
import { findNameByPhrase } from "./find-name-by-phrase.ts";
import { findNameBySound } from "./find-name-by-sound.ts";
import type { NameMatch } from "./name-match.ts";
import { buildNameKnowledge, buildNameSearch, type NameSearch } from "./name-search.ts";

/**
 * Corrects names and terms that are known from the episode's facts, its notes and the show's glossary. The strongest
 * evidence comes first: someone who speaks, the very letters, the sound, one odd word in a term. Where two names
 * would do, or only an ordinary word in an ordinary place speaks for one, what was heard stays.
 */
export const namesStep: CleaningStep = {
  name: "names",
  run(pieces, context) {
    if (!context.names.length) return pieces;
    const hasList = context.words.size > 0;
    const knowledge = buildNameKnowledge(pieces, context);
    const scene = buildNameSearch(pieces, knowledge);
    const now = correctNames(scene, hasList, null);
    if (now === pieces) return pieces;
    // A name put right is evidence for what stands beside it; it is looked at once more there.
    const next = buildNameSearch(now, knowledge);
    return correctNames(next, hasList, findChangedPositions(scene, next));
  },
};

/** Evidence stands at most so many words away. */
const EVIDENCE_REACH_WORDS = 4;

/** The places where something may be found now that was not before: near what changed, and near new neighbours. */
function findChangedPositions(before: NameSearch, after: NameSearch): ReadonlySet<number> {
  const known = new Set(before.neighborPairs);
  const fresh = after.neighborPairs.filter((pair) => !known.has(pair));
  const [ahead, behind] = [
    new Set(fresh.map((pair) => pair.split(" ")[0]!)),
    new Set(fresh.map((pair) => pair.split(" ")[1]!)),
  ];
  const old = new Set(before.tokens);
  const places = new Set<number>();
  after.words.forEach((word, k) => {
    const isNew = !old.has(after.tokens[after.tokenIndexes[k]!]!);
    if (!isNew && !ahead.has(word) && !behind.has(word)) return;
    for (let i = k - EVIDENCE_REACH_WORDS; i <= k + EVIDENCE_REACH_WORDS; i++) places.add(i);
  });
  return places;
}

function correctNames(scene: NameSearch, hasList: boolean, only: ReadonlySet<number> | null): Token[] {
  const rewrites: TokenRewrite[] = [];
  for (let k = 0; k < scene.words.length;) {
    const found = (!only || only.has(k)) && isEditable(scene, k) ? findNameMatch(scene, k, hasList) : null;
    if (found && isMatchEditable(scene, found)) rewrites.push(createNameRewrite(scene, found));
    k = Math.max(k + 1, found?.to ?? 0);
  }
  return applyRewrites(scene.tokens, rewrites, namesStep.name);
}

function findNameMatch(scene: NameSearch, k: number, hasList: boolean): NameMatch | null {
  const { words, facts } = scene;
  if (!words[k]) return null;
  const { isNamePart: isPart } = facts[k]!;
  const spelt = isPart ? (findNameByPerson(scene, k) ?? findNameByLetters(scene, k)) : null;
  if (spelt || !hasList) return spelt;
  return findNameBySound(scene, k) ?? (isPart ? findNameByPhrase(scene, k) : null);
}

/** What was edited by hand stays as it is. */
const isEditable = ({ tokens: pieces, tokenIndexes: at }: NameSearch, k: number) =>
  pieces[at[k]!]!.correction?.step !== "edits";
const isMatchEditable = (scene: NameSearch, { from, to }: NameMatch) =>
  Array.from({ length: to - from }, (_, i) => from + i).every((k) => isEditable(scene, k));

/** The name in place of the heard words, with the punctuation around them and what was added to the last. */
function createNameRewrite(
  { tokens: pieces, tokenIndexes: at, getWordFacts: factsOf }: NameSearch,
  { from, to, name, why }: NameMatch,
): TokenRewrite {
  const [first, last] = [pieces[at[from]!] as Token, pieces[at[to - 1]!] as Token];
  const opening = /^[^\p{L}\p{N}.#]*/u.exec(first.text)?.[0] ?? "";
  const closing = /(?:['’]s)?[^\p{L}\p{N}#+]*$/u.exec(last.text)?.[0] ?? "";
  // "Welcome to …" keeps the capital it has at the start of a sentence; "fast.ai" has none anywhere.
  const [head = ""] = name.split(/\s/);
  const isOpening = /^\P{L}*\p{Lu}/u.test(first.text) && /^\p{Ll}/u.test(head) && factsOf(head).isOrdinary;
  const shown = isOpening ? name[0]!.toUpperCase() + name.slice(1) : name;
  const words = `${opening}${shown}${name.endsWith("s") ? closing.replace(/^['’]s/, "") : closing}`.split(
    /\s+/,
  );
  return { from: at[from]!, to: at[to - 1]! + 1, words, why };
}
