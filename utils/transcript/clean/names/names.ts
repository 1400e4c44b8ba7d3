import type { Piece, Step } from "../draft.ts";
import { rewrite, type Rewrite } from "../rewrite.ts";
import { byLetters, byPerson, byPhrase, bySound, type Finding } from "./evidence.ts";
import { sceneOf, type Scene } from "./scene.ts";

/**
 * Corrects names and terms that are known from the episode's facts, its notes and the show's glossary. The strongest
 * evidence comes first: someone who speaks, the very letters, the sound, one odd word in a term. Where two names
 * would do, or only an ordinary word in an ordinary place speaks for one, what was heard stays.
 */
export const names: Step = {
  name: "names",
  run(pieces, context) {
    if (!context.names.length) return pieces;
    const scene = sceneOf(pieces, context);
    const rewrites: Rewrite[] = [];
    for (let k = 0; k < scene.words.length;) {
      const found = isOpen(scene, k) ? findingAt(scene, k, context.words.size > 0) : null;
      if (found && allOpen(scene, found)) rewrites.push(rewriteOf(scene, found));
      k = Math.max(k + 1, found?.to ?? 0);
    }
    return rewrite(pieces, rewrites, names.name);
  },
};

function findingAt(scene: Scene, k: number, hasList: boolean): Finding | null {
  if (!scene.words[k]) return null;
  const spelt = byPerson(scene, k) ?? byLetters(scene, k);
  return spelt ?? (hasList ? (bySound(scene, k) ?? byPhrase(scene, k)) : null);
}

/** What was edited by hand stays as it is. */
const isOpen = ({ pieces, at }: Scene, k: number) => pieces[at[k]!]!.correction?.step !== "edits";
const allOpen = (scene: Scene, { from, to }: Finding) =>
  Array.from({ length: to - from }, (_, i) => from + i).every((k) => isOpen(scene, k));

/** The name in place of the heard words, with the punctuation around them and what was added to the last. */
function rewriteOf({ pieces, at }: Scene, { from, to, name, why }: Finding): Rewrite {
  const [first, last] = [pieces[at[from]!] as Piece, pieces[at[to - 1]!] as Piece];
  const opening = /^[^\p{L}\p{N}.#]*/u.exec(first.text)?.[0] ?? "";
  const closing = /(?:['’]s)?[^\p{L}\p{N}#+]*$/u.exec(last.text)?.[0] ?? "";
  const words = `${opening}${name}${name.endsWith("s") ? closing.replace(/^['’]s/, "") : closing}`.split(
    /\s+/,
  );
  return { from: at[from]!, to: at[to - 1]! + 1, words, why };
}
