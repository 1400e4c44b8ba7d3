import { readFileSync } from "node:fs";
import { join } from "node:path";
import { glossaryNames, knownOf } from "../../utils/library/known.ts";
import type { Facts, Glossary } from "../../utils/library/facts.ts";
import { wordList } from "../../utils/library/word-list.ts";
import { makeTranscript } from "../../utils/transcript/make.ts";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { parse } from "../../utils/transcript/parse/parse.ts";
import { secondsAt } from "../../utils/transcript/times.ts";
import { spread } from "../../utils/transcript/timing/spread.ts";
import { tell } from "./measure.ts";

const LIBRARY = join(import.meta.dirname, "../../assets/library");
/** The episodes whose own times are good. */
const EPISODES = ["lbs-129", "lex-fridman-035"];

/**
 * Times taken off, found again from the length alone, and compared with what spreading the words evenly from the
 * first time to the last gives in the same run.
 */
export function timing(): void {
  const read = (name: string) => readFileSync(join(LIBRARY, name), "utf8");
  for (const id of EPISODES) {
    const facts = (JSON.parse(read("episodes.json")) as Facts).episodes.find((episode) => episode.id === id)!;
    const glossary = glossaryNames(JSON.parse(read("glossary.json")) as Glossary, facts.show);
    const known = knownOf({ facts, show: "", notes: [], glossary, ...wordList() });
    const transcript = makeTranscript(parse(read(`transcripts/${id}.txt`)), {
      ...known,
      durationSeconds: null,
    });
    const { paragraphs } = transcript;
    const bare = paragraphs.map((paragraph): Paragraph => ({ ...paragraph, times: [] }));
    const spoken = spread({ ...transcript, timing: "none", paragraphs: bare }, 3600).paragraphs;
    const places = paragraphs.flatMap(({ times }, paragraph) =>
      times.map(([offset, truth]) => ({ paragraph, offset, truth })),
    );
    const truths = places.map(({ truth }) => truth);
    const found = errors(
      places.map((place) => secondsAt(spoken, place)!),
      truths,
    );
    const even = errors(
      places.map((place) => wordsBefore(paragraphs, place)),
      truths,
    );
    for (const [name, part, goal] of [
      ["median", 0.5, 0.75],
      ["95 %", 0.95, 0.95],
    ] as const) {
      const [ours, theirs] = [at(found, part), at(even, part)];
      const figure = `${id} ${name} error, ${Math.round(ours)} s, of evenly spread, ${Math.round(theirs)} s`;
      tell("timing", figure, ours / theirs, goal);
    }
  }
}

/** Differences in seconds from the true times, ascending, once the first and the last are laid on the true ones. */
function errors(positions: number[], truths: number[]): number[] {
  const [first, last, from, to] = [positions[0]!, positions.at(-1)!, truths[0]!, truths.at(-1)!];
  return positions
    .map((position, i) => Math.abs(from + ((to - from) * (position - first)) / (last - first) - truths[i]!))
    .toSorted((a, b) => a - b);
}

const at = (ascending: number[], part: number) => ascending[Math.floor(ascending.length * part)]!;

function wordsBefore(paragraphs: Paragraph[], { paragraph, offset }: { paragraph: number; offset: number }) {
  const before = paragraphs.slice(0, paragraph).map(({ text }) => text);
  return [...before, paragraphs[paragraph]!.text.slice(0, offset)].join(" ").match(/\S+/g)?.length ?? 0;
}
