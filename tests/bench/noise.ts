import { chance } from "./chance.ts";
import type { Cue } from "../../utils/transcript/model/transcript.ts";
import { wordsOf } from "./heard.ts";

/** Words as another recogniser might have heard them: of a hundred 15 changed, 3 dropped and 3 added, at random. */
export function noisy(words: readonly string[], others: readonly string[], next: () => number): string[] {
  const any = () => others[Math.floor(next() * others.length)]!;
  return words.flatMap((word) => {
    const fate = next();
    if (fate < 0.15) return [any()];
    if (fate < 0.18) return [];
    return fate < 0.21 ? [word, any()] : [word];
  });
}

/** Cues of another hearing; with an advert of so many seconds in the middle, of the given words. */
export function otherHearing(cues: readonly Cue[], advertSeconds: number, advert: readonly string[]): Cue[] {
  const next = chance();
  const others = cues.flatMap(({ text }) => wordsOf(text));
  const middle = Math.floor(cues.length / 2);
  let shift = 0;
  return cues.flatMap((cue, k): Cue[] => {
    const before: Cue[] = [];
    if (advertSeconds && k === middle) {
      for (let second = 0; second < advertSeconds; second += 6)
        before.push({
          ...cue,
          start: cue.start! + second,
          text: advert.slice(second * 3, second * 3 + 18).join(" "),
        });
      shift = advertSeconds;
    }
    return [
      ...before,
      {
        ...cue,
        start: cue.start && cue.start + shift,
        text: noisy(wordsOf(cue.text), others, next).join(" "),
      },
    ];
  });
}
