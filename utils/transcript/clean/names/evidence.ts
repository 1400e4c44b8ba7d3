import { farthest, nearest } from "./match.ts";
import type { Entry } from "./lexicon.ts";
import { isBeside, sounds, type Scene } from "./scene.ts";
import { lettersOf, soundDistance, spelling } from "./sound.ts";

/** Heard words from index `from` up to `to` are a name. */
export interface Finding {
  from: number;
  to: number;
  name: string;
  why: string;
}

/** Whether a span of words may be one name: no sentence ends in it and no comma stands in it. */
function isWhole({ pieces, at }: Scene, from: number, to: number): boolean {
  for (let k = from; k < to - 1; k++) {
    const word = pieces[at[k]!]!.text;
    if (/[,;:!?…]$/.test(word) || (word.endsWith(".") && word.length > 2)) return false;
  }
  return true;
}

/** A name spelt with the very letters that were heard, or heard as it often is. */
export function byLetters(scene: Scene, from: number): Finding | null {
  const { lexicon, words, isOrdinary } = scene;
  let letters = "";
  let found: Finding | null = null;
  for (let to = from + 1; to <= Math.min(words.length, from + 9); to++) {
    letters += lettersOf(words[to - 1]!);
    if (!lexicon.beginnings.has(letters)) break;
    const matches = (lexicon.byLetters.get(letters) ?? []).filter(({ entry, heard }) => {
      const beside = entry.near && isBeside(scene, entry, from, to);
      if (entry.near && (heard || entry.ordinary)) return beside;
      if (heard) return true;
      if (entry.ordinary && (entry.words.length === 1 || entry.letters.length < 3)) return false;
      // "drop out" is not always "dropout": a name in small letters needs its evidence.
      const isSplit = to - from > entry.words.length && entry.name === entry.name.toLowerCase();
      return (
        entry.letters.length > 1 &&
        !(isSplit && words.slice(from, to).every(isOrdinary) && /^\p{L}+$/u.test(entry.name))
      );
    });
    const best = matches.some(({ entry }) => entry.near)
      ? matches.filter(({ entry }) => entry.near)
      : matches;
    const names = new Set(best.map(({ entry }) => entry.name));
    // A long run that is known to be heard so is one name, whatever stops were put into it.
    if (names.size !== 1 || (!isWhole(scene, from, to) && !(best[0]!.heard && to - from > 2))) continue;
    const { entry, heard } = best[0]!;
    if (!heard && entry.loose) continue;
    const why = heard
      ? `“${entry.name}”, from ${entry.source}, where it is known to be heard so.`
      : `“${entry.name}”, as ${entry.source} writes it.`;
    found = { from, to, name: entry.name, why };
  }
  return found;
}

/** How far names of those who speak may be off, and those that are only written about. */
const SPEAKS = { first: 0.08, last: 0.3 };
const WRITTEN = { first: 0.06, last: 0.2 };
/** A first name alone has to sound the same. */
const ALONE = 0.06;

/** Whether all of some words have capitals. */
const isCapital = ({ pieces, at }: Scene, from: number, to: number) =>
  at.slice(from, to).every((i) => /^\p{Lu}/u.test(pieces[i]!.text));

/** The name of someone who speaks: a first name that sounds right, and what follows it. */
export function byPerson(scene: Scene, from: number): Finding | null {
  const { lexicon, words, isOrdinary, isFunction, pieces, at } = scene;
  const word = words[from]!;
  const isName = /^\p{Lu}/u.test(pieces[at[from]!]!.text);
  for (const { name, words: parts, speaks, source } of lexicon.people) {
    const [first, ...rest] = parts;
    if (!first || !rest.length || Math.abs(first.length - word.length) > 2) continue;
    const distance = soundDistance(sounds(word), sounds(first));
    const most = speaks ? SPEAKS : WRITTEN;
    if (distance > most.first || (!speaks && !isName && isOrdinary(word))) continue;
    const last = sounds(rest.join(""));
    let best: { to: number; distance: number } | null = null;
    for (let to = from + 2; to <= Math.min(words.length, from + 4) && isWhole(scene, from, to); to++) {
      const heard = words.slice(from + 1, to);
      const apart = soundDistance(sounds(heard.join("")), last);
      const isPlain =
        heard.every(isOrdinary) &&
        !isCapital(scene, from + 1, to) &&
        (!speaks || heard.some((w) => isFunction(w) && w.length > 1));
      const limit = isPlain ? 0.02 : Math.min(most.last, farthest(last.length) + (speaks ? 0.06 : 0));
      if (apart <= limit && (!best || apart < best.distance)) best = { to, distance: apart };
    }
    if (best) {
      if (words.slice(from, best.to).join(" ") === parts.join(" ")) return null;
      return { from, to: best.to, name, why: `Sounds like “${name}”, from ${source}.` };
    }
    if (speaks && isName && word !== first && distance <= ALONE && spelling(word, first) >= 0.6) {
      const shown = name.split(/\s+/)[0]!;
      return { from, to: from + 1, name: shown, why: `“${shown}”, from ${source}, is spelt so.` };
    }
  }
  return null;
}

/** What known names grow into: "Bayesians" is "Bayesian" and right as it stands. */
const ENDING = /(?:'?s|es|ed|ing|ism|ly|n|ity|ers?)$/;
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
  let best: (Finding & { distance: number }) | null = null;
  for (let to = from + 1; to <= Math.min(scene.words.length, from + 3) && isWhole(scene, from, to); to++) {
    const found = soundsAt(scene, from, to);
    if (found && !(best && best.distance <= found.distance)) best = found;
  }
  return best;
}

function soundsAt(scene: Scene, from: number, to: number): (Finding & { distance: number }) | null {
  const { lexicon, words, isOrdinary, isWord, isFunction } = scene;
  const heard = words.slice(from, to);
  if (heard.some((word) => !word)) return null;
  const isKnown = (word: string) => lexicon.words.has(word) || lexicon.words.has(word.replace(ENDING, ""));
  if (heard.every(isKnown) || heard.some((word) => isKnown(word) && !isOrdinary(word))) return null;
  if (heard.some((word) => /\p{L}[.,?!/@]+\p{L}/u.test(word))) return null;
  const isStrange = heard.some((word) => !isWord(word) && !isKnown(word) && /\p{L}{2}/u.test(word));
  const isContent = heard.length === 1 && !isFunction(heard[0]!);
  if (!isStrange && !isContent) return null;
  if (!isStrange && !hasEvidence(scene, from, to)) return null;
  const candidate = nearest(lexicon, heard.join(" "));
  if (!candidate || candidate.entry.letters === lettersOf(heard.join(""))) return null;
  const { entry, distance } = candidate;
  if (!wordsAgree(heard, entry) || isFuller(heard, entry, distance)) return null;
  const { word, limit } = evidence(scene, entry, from, to);
  const doubt = heard.length > 1 || entry.loose ? SEVERAL : 1;
  const most = isStrange && !entry.ordinary ? farthest(entry.sounds.length) * doubt : 0;
  const beside = isContent && entry.sounds.length >= 5 ? limit : 0;
  if (distance > Math.max(most, beside)) return null;
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
const hasEvidence = ({ lexicon, words }: Scene, from: number, to: number) =>
  lexicon.behind.has(words[from - 1] ?? "") || lexicon.before.has(words[to] ?? "") || lexicon.hasNear;

/** The word beside a span that is evidence for a name, and how far their sounds may be apart with it. */
function evidence(scene: Scene, entry: Entry, from: number, to: number): { word: string; limit: number } {
  const { words, lexicon, isFunction } = scene;
  const [before, behind] = [words[from - 1] ?? "", words[to] ?? ""];
  const [first, last] = [entry.words[0]!, entry.words.at(-1)!];
  if (behind && !isFunction(behind) && lexicon.behind.get(last)?.has(behind))
    return { word: behind, limit: BESIDE };
  if (before && !isFunction(before) && lexicon.before.get(first)?.has(before))
    return { word: before, limit: BESIDE };
  if (!isBeside(scene, entry, from, to)) return { word: "", limit: 0 };
  const near = words.slice(Math.max(0, from - 3), to + 3).find((word) => entry.nearby.has(word)) ?? "";
  return { word: near, limit: NEAR };
}

/** Words are alike by more than their beginning or end: "supervised" and "unsupervised" are two words. */
const isOther = (a: string, b: string) => {
  let start = 0;
  while (a[start] && a[start] === b[start]) start++;
  let end = 0;
  while (a.at(-1 - end) && a.at(-1 - end) === b.at(-1 - end)) end++;
  const longer = Math.max(a.length, b.length);
  return a.endsWith(b) || b.endsWith(a) || start >= longer * 0.6 || end > longer * 0.75;
};

/** One wrong word in a term of several, the others in their places. */
export function byPhrase(scene: Scene, from: number): Finding | null {
  const { lexicon, words } = scene;
  for (const { entry, index } of lexicon.inPhrases.get(words[from]!) ?? []) {
    const start = from - index;
    if (
      start < 0 ||
      start + entry.words.length > words.length ||
      !isWhole(scene, start, start + entry.words.length)
    )
      continue;
    const odd = entry.words.flatMap((word, i) => (word === words[start + i] ? [] : [i]));
    if (odd.length !== 1 || odd[0]! < index !== index > 0) continue;
    const at = start + odd[0]!;
    const [heard, wanted] = [words[at]!, entry.words[odd[0]!]!];
    if (heard.length < 4 || wanted.length < 4 || lexicon.words.has(heard) || isOther(heard, wanted)) continue;
    const distance = soundDistance(sounds(heard), sounds(wanted));
    if (entry.near && !isBeside(scene, entry, start, start + entry.words.length)) continue;
    if (distance > (entry.words.length > 2 ? 0.2 : 0.12)) continue;
    return {
      from: at,
      to: at + 1,
      name: entry.written[odd[0]!]!,
      why: `Sounds like “${entry.written[odd[0]!]!}” in “${entry.name}”, from ${entry.source}.`,
    };
  }
  return null;
}
