import { isWhole, type Finding } from "./finding.ts";
import { isBeside, sounds, type Scene } from "./scene.ts";
import { soundDistance } from "./sound.ts";

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
