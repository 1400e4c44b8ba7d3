import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { alignTokens } from "../../utils/transcript/timing/align/align-tokens.ts";
import { alignTranscript } from "../../utils/transcript/timing/align/align-transcript.ts";
import { makeTranscript } from "../../utils/transcript/make-transcript.ts";
import { parseTranscript } from "../../utils/transcript/parse/parse-transcript.ts";
import { heardTimes, knownAs, quantile, rawOf, trueTimes, wordsOf } from "./heard.ts";
import { medianMs, printFigure, tell } from "./measure.ts";
import { chance } from "./chance.ts";
import { noisy, otherHearing } from "./noise.ts";
import { tableOf } from "./plain-alignment.ts";
import { chapters, minuteMarks } from "./timing-anchors.ts";

/** The episodes whose own times are good. */
const EPISODES = ["lbs-129", "lex-fridman-035"];
const ALL = [...EPISODES, "lbs-071", "gradient-dissent-2023-01-05", "twiml-008"];

/** How well times are found again: from the length alone, from anchors, from other captions; and how fast. */
export function timing(): void {
  for (const id of EPISODES) fromLength(id);
  for (const id of EPISODES) for (const advert of [0, 90]) fromCaptions(id, advert);
  minuteMarks();
  chapters();
  speed();
}

/** The transcript of an episode without its times, a line a cue. */
function untimed(id: string, durationSeconds: number | null) {
  const { cues } = parseTranscript(rawOf(id));
  const plain = parseTranscript(cues.map(({ text }) => text).join("\n"));
  return { cues, transcript: makeTranscript(plain, knownAs(id, { durationSeconds })) };
}

/** Times taken off and found again from the length, beside words spread evenly from the first cue to the last. */
function fromLength(id: string): void {
  const truths = trueTimes(parseTranscript(rawOf(id)).cues);
  const [first, last] = [truths[0]!, truths.at(-1)!];
  const { transcript } = untimed(id, last[1]);
  const found = heardTimes(transcript);
  const even = (word: number) => first[1] + ((last[1] - first[1]) * (word - first[0])) / (last[0] - first[0]);
  const ours = truths.map(([word, seconds]) => Math.abs(found[word]! - seconds));
  const theirs = truths.map(([word, seconds]) => Math.abs(even(word) - seconds));
  for (const [name, part, goal] of [
    ["median", 0.5, 0.75],
    ["95 %", 0.95, 0.95],
  ] as const) {
    const [a, b] = [quantile(ours, part), quantile(theirs, part)];
    tell(
      "timing",
      `${id} from its length, ${name} error, ${Math.round(a)} s, of evenly spread, ${Math.round(b)} s`,
      a / b,
      goal,
    );
  }
}

/** Aligned with a copy in which 21 of 100 words are others, and once with an advert in its middle. */
function fromCaptions(id: string, advertSeconds: number): void {
  const { cues, transcript } = untimed(id, null);
  const advert = wordsOf(rawOf("twiml-008")).slice(1500);
  const captions = otherHearing(cues, advertSeconds, advert);
  const { transcript: aligned, share } = alignTranscript(transcript, captions);
  const found = heardTimes(aligned);
  const middle = cues
    .slice(0, Math.floor(cues.length / 2))
    .reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  const errors = trueTimes(cues).map(([word, s]) =>
    Math.abs(found[word]! - s - (word >= middle ? advertSeconds : 0)),
  );
  const name = `${id} aligned${advertSeconds ? " around an advert" : ""}`;
  tell("timing", `${name}, median error`, quantile(errors, 0.5), 0.8, "s");
  tell("timing", `${name}, 95 % error`, quantile(errors, 0.95), 3, "s");
  tell("timing", `${name}, largest error`, quantile(errors, 1), 15, "s");
  printFigure(`timing ${name}: ${Math.round(share * 100)} % of the words found`);
}

/** Two hearings of a talk of so many words, made of the bundled episodes over and over with other noise. */
export function hearings(words: number): [string[], string[]] {
  const next = chance(7);
  const talk = ALL.flatMap((id) => wordsOf(rawOf(id))).filter((word) => /\p{L}/u.test(word));
  const text: string[] = [];
  while (text.length < words)
    text.push(...talk.map((word) => (next() < 0.3 ? `${word}${text.length}` : word)));
  const ours = text.slice(0, words).map((word) => word.toLowerCase());
  return [ours, noisy(ours, ours, next)];
}

function speed(): void {
  const ms = (words: number) => {
    const [ours, theirs] = hearings(words);
    return medianMs(() => alignTokens(ours, theirs));
  };
  const [small, middle, large] = [ms(5_000), ms(20_000), ms(80_000)];
  tell("timing", "aligning 20,000 words", middle / 1000, 1.5, "s");
  const grown = (n: number) => n * Math.log(n);
  tell("timing", "20,000 words against 5,000", middle / small, grown(20_000) / grown(5_000), "times");
  tell("timing", "80,000 words against 20,000", large / middle, grown(80_000) / grown(20_000), "times");
  const [ours, theirs] = hearings(5_000);
  const table = medianMs(() => tableOf(ours, theirs));
  tell("timing", "5,000 words against a whole table of them", small / table, 1, "times");
  tell("timing", "memory of aligning 20,000 words", memory(20_000), 200, "MB");
}

/** Memory, in MB, that aligning takes at its height beyond what the texts themselves take, in a process of its own. */
function memory(words: number): number {
  const peak = (run: string) =>
    Number(
      execFileSync(process.execPath, [join(import.meta.dirname, "alignment-memory.ts"), run, String(words)], {
        encoding: "utf8",
      }),
    );
  return peak("align") - peak("rest");
}
