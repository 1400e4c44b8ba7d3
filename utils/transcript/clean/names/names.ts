import type { Piece, Step } from "../draft.ts";
import { rewrite, type Rewrite } from "../rewrite.ts";
import { byLetters } from "./by-letters.ts";
import { byPerson } from "./by-person.ts";
import { byPhrase } from "./by-phrase.ts";
import { bySound } from "./by-sound.ts";
import type { Finding } from "./finding.ts";
import { knowledgeOf, sceneOf, type Scene } from "./scene.ts";

/**
 * Corrects names and terms that are known from the episode's facts, its notes and the show's glossary. The strongest
 * evidence comes first: someone who speaks, the very letters, the sound, one odd word in a term. Where two names
 * would do, or only an ordinary word in an ordinary place speaks for one, what was heard stays.
 */
export const names: Step = {
  name: "names",
  run(pieces, context) {
    if (!context.names.length) return pieces;
    const hasList = context.words.size > 0;
    const knowledge = knowledgeOf(pieces, context);
    const scene = sceneOf(pieces, knowledge);
    const now = corrected(scene, hasList, null);
    if (now === pieces) return pieces;
    // A name put right is evidence for what stands beside it; it is looked at once more there.
    const next = sceneOf(now, knowledge);
    return corrected(next, hasList, around(scene, next));
  },
};

/** Evidence stands at most so many words away. */
const REACH = 4;

/** The places where something may be found now that was not before: near what changed, and near new neighbours. */
function around(before: Scene, after: Scene): ReadonlySet<number> {
  const known = new Set(before.pairs);
  const fresh = after.pairs.filter((pair) => !known.has(pair));
  const [ahead, behind] = [
    new Set(fresh.map((pair) => pair.split(" ")[0]!)),
    new Set(fresh.map((pair) => pair.split(" ")[1]!)),
  ];
  const old = new Set(before.pieces);
  const places = new Set<number>();
  after.words.forEach((word, k) => {
    const isNew = !old.has(after.pieces[after.at[k]!]!);
    if (!isNew && !ahead.has(word) && !behind.has(word)) return;
    for (let i = k - REACH; i <= k + REACH; i++) places.add(i);
  });
  return places;
}

function corrected(scene: Scene, hasList: boolean, only: ReadonlySet<number> | null): Piece[] {
  const rewrites: Rewrite[] = [];
  for (let k = 0; k < scene.words.length;) {
    const found = (!only || only.has(k)) && isOpen(scene, k) ? findingAt(scene, k, hasList) : null;
    if (found && allOpen(scene, found)) rewrites.push(rewriteOf(scene, found));
    k = Math.max(k + 1, found?.to ?? 0);
  }
  return rewrite(scene.pieces, rewrites, names.name);
}

function findingAt(scene: Scene, k: number, hasList: boolean): Finding | null {
  const { words, facts } = scene;
  if (!words[k]) return null;
  const { isPart } = facts[k]!;
  const spelt = isPart ? (byPerson(scene, k) ?? byLetters(scene, k)) : null;
  if (spelt || !hasList) return spelt;
  return bySound(scene, k) ?? (isPart ? byPhrase(scene, k) : null);
}

/** What was edited by hand stays as it is. */
const isOpen = ({ pieces, at }: Scene, k: number) => pieces[at[k]!]!.correction?.step !== "edits";
const allOpen = (scene: Scene, { from, to }: Finding) =>
  Array.from({ length: to - from }, (_, i) => from + i).every((k) => isOpen(scene, k));

/** The name in place of the heard words, with the punctuation around them and what was added to the last. */
function rewriteOf({ pieces, at, factsOf }: Scene, { from, to, name, why }: Finding): Rewrite {
  const [first, last] = [pieces[at[from]!] as Piece, pieces[at[to - 1]!] as Piece];
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
