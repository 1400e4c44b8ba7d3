import { TERM_PATTERN } from "../../utils/search/text/search-terms.ts";
import type { Passage } from "../../utils/search/text/passages.ts";
import { chance } from "../bench/chance.ts";

/** Words of a generated episode, and of a passage of it. */
const [EPISODE_WORDS, PASSAGE_WORDS] = [10_000, 145];
/** Of a hundred words so many follow the word before as in a real text; the others are the episode's own. */
const FOLLOWING = 0.8;

/**
 * Episodes that were never said: words that follow each other as in the real ones, mixed with words and made-up names
 * of their own. The same ones every time.
 */
export function* generatedEpisodes(real: readonly Passage[], episodes: number): Generator<Passage[]> {
  const next = chance(7);
  const words = real.flatMap(({ text }) => text.match(TERM_PATTERN) ?? []);
  const followers = new Map<string, string[]>();
  for (let i = 1; i < words.length; i++) {
    const list = followers.get(words[i - 1]!);
    if (list) list.push(words[i]!);
    else followers.set(words[i - 1]!, [words[i]!]);
  }
  const any = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  for (let n = 0; n < episodes; n++) {
    const own = Array.from({ length: 60 }, () => madeUp(next));
    const id = `generated-${n}`;
    let word = any(words);
    yield Array.from({ length: Math.ceil(EPISODE_WORDS / PASSAGE_WORDS) }, (_, k): Passage => {
      const text = Array.from({ length: PASSAGE_WORDS }, () => {
        // Few of the episode's own words are said often, as with real topics.
        word =
          next() < FOLLOWING
            ? any(followers.get(word) ?? words)
            : next() < 0.3
              ? own[Math.floor(next() ** 3 * own.length)]!
              : any(words);
        return word;
      }).join(" ");
      return {
        id: `${id}:${k}`,
        episode: id,
        paragraphs: [k, k],
        text,
        starts: [0],
        speakers: [null],
        times: [[0, k * 58]],
        timing: "exact",
      };
    });
  }
}

/** The same, all at once. */
export const generatedPassages = (real: readonly Passage[], episodes: number): Passage[] =>
  [...generatedEpisodes(real, episodes)].flat();

const SYLLABLES =
  "ba be bo ka ke ki ko la le li ma me mo na ne ni ra re ri ro sa se so ta te ti to va ve vi za".split(" ");

/** A name that nobody has. */
function madeUp(next: () => number): string {
  const length = 2 + Math.floor(next() * 3);
  return Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]!).join("");
}
