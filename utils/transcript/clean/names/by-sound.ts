import { isWhole, type Finding } from "./finding.ts";
import type { Entry } from "./lexicon.ts";
import { farthest } from "./match.ts";
import { isBeside, nearestIn, sounds, type Scene } from "./scene.ts";
import { lettersOf, soundDistance } from "./sound.ts";

/** An ordinary word that sounds like a name, beside what stands beside that name elsewhere. */
const BESIDE = 0.22;
/** Beside a word that the glossary gives as evidence. */
const NEAR = 0.06;
/** Several words have to sound more like a name than one has to, and anything like a word of a headline. */
const SEVERAL = 0.7;
/** So much more like a name have words to sound with one more at an end. */
const SMALL = 0.1;

/** A name that sounds like what was heard, where that is no word or stands beside evidence. */
export function bySound(scene: Scene, from: number): Finding | null {
  const { facts, words } = scene;
  const fact = facts[from]!;
  const isOne = !(fact.isStrange || facts[from + 1]?.isStrange || facts[from + 2]?.isStrange);
  if (isOne && (fact.isFunction || fact.isKnown)) return null;
  let best: (Finding & { distance: number }) | null = null;
  for (let to = from + 1; to <= Math.min(words.length, from + (isOne ? 1 : 3)); to++) {
    if (!isWhole(scene, from, to)) break;
    const found = soundsAt(scene, from, to);
    if (found && !(best && best.distance <= found.distance)) best = found;
  }
  return best;
}

function soundsAt(scene: Scene, from: number, to: number): (Finding & { distance: number }) | null {
  const told = scene.facts.slice(from, to);
  if (told.some((fact) => !fact.letters || !fact.isOne || (fact.isKnown && !fact.isOrdinary))) return null;
  const isStrange = told.some((fact) => fact.isStrange);
  const isContent = told.length === 1 && !told[0]!.isFunction && !told[0]!.isKnown;
  if (!isStrange && !(isContent && hasEvidence(scene, from, to))) return null;
  const heard = scene.words.slice(from, to);
  const candidate = nearestIn(scene, heard.join(" "));
  if (!candidate || candidate.entry.letters === lettersOf(heard.join(""))) return null;
  const { entry, distance } = candidate;
  if (!wordsAgree(heard, entry) || isFuller(heard, entry, distance)) return null;
  const { word, limit } = evidence(scene, entry, from, to);
  const doubt = heard.length > 1 || entry.loose ? SEVERAL : 1;
  const most = isStrange && !entry.ordinary ? farthest(entry.sounds.length) * doubt : 0;
  const beside = isContent && entry.sounds.length >= 5 ? limit : 0;
  // However alike they sound, a word that is one stays without evidence.
  if (distance > Math.max(most, beside) || !(isStrange || word)) return null;
  const clue = distance > most ? ` beside “${word}”` : "";
  return {
    from,
    to,
    name: entry.name,
    distance,
    why: `Sounds like “${entry.name}”, from ${entry.source}${clue}.`,
  };
}

/** A word at an end belongs to the name only where the name is hardly there without it. */
const isFuller = (heard: string[], { sounds: wanted }: Entry, distance: number) =>
  heard.length > 1 &&
  [heard.slice(1), heard.slice(0, -1)].some(
    (fewer) => soundDistance(sounds(fewer.join("")), wanted) < distance + SMALL,
  );

/** In as many words as the name has, each sounds like the one in its place. */
const wordsAgree = (heard: string[], { words }: Entry) =>
  heard.length === 1 ||
  heard.length !== words.length ||
  heard.every((word, i) => soundDistance(sounds(word), sounds(words[i]!)) <= 0.4);

/** Cheap test before sounds are compared. */
const hasEvidence = ({ lexicon, words, before, behind }: Scene, from: number, to: number) =>
  behind.has(words[from - 1] ?? "") || before.has(words[to] ?? "") || lexicon.hasNear;

/** The word beside a span that is evidence for a name, and how far their sounds may be apart with it. */
function evidence(scene: Scene, entry: Entry, from: number, to: number): { word: string; limit: number } {
  const { words, isFunction } = scene;
  const [before, behind] = [words[from - 1] ?? "", words[to] ?? ""];
  const [first, last] = [entry.words[0]!, entry.words.at(-1)!];
  if (behind && !isFunction(behind) && scene.behind.get(last)?.has(behind))
    return { word: behind, limit: BESIDE };
  if (before && !isFunction(before) && scene.before.get(first)?.has(before))
    return { word: before, limit: BESIDE };
  if (!isBeside(scene, entry, from, to)) return { word: "", limit: 0 };
  const near = words.slice(Math.max(0, from - 3), to + 3).find((word) => entry.nearby.has(word)) ?? "";
  return { word: near, limit: NEAR };
}
