import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EpisodeFacts, LibraryFacts, Glossary } from "../../utils/library/library-model.ts";
import { collectGlossaryNames, buildEpisodeContext } from "../../utils/library/episode-context.ts";
import { loadWordList } from "../../utils/library/build/subtlex-word-list.ts";
import type { ManualEdits } from "../../utils/transcript/clean/context/curated-facts.ts";
import type { EpisodeContext } from "../../utils/transcript/make-transcript.ts";
import type { Cue, Transcript } from "../../utils/transcript/model/transcript.ts";
import { interpolateSeconds } from "../../utils/transcript/model/text-position.ts";
import { tokenizeParagraph } from "../../utils/transcript/model/paragraph-tokens.ts";

const LIBRARY = join(import.meta.dirname, "../../assets/library");
const list = loadWordList();

/** The raw transcript of a bundled episode. */
export const rawOf = (id: string): string => readFileSync(join(LIBRARY, `transcripts/${id}.txt`), "utf8");

/** What is known about a bundled episode, with other facts where some are given; its edits where they are asked for. */
export function knownAs(id: string, others: Partial<EpisodeFacts> = {}, withEdits = false): EpisodeContext {
  const read = (name: string) => JSON.parse(readFileSync(join(LIBRARY, name), "utf8")) as unknown;
  const facts = (read("episodes.json") as LibraryFacts).episodes.find((episode) => episode.id === id)!;
  const glossary = collectGlossaryNames(read("glossary.json") as Glossary, facts.show);
  const edits = withEdits ? { edits: read(`edits/${id}.json`) as ManualEdits } : {};
  return buildEpisodeContext({
    facts: { ...facts, chapters: [], ...others },
    show: "",
    notes: [],
    glossary,
    ...list,
    ...edits,
  });
}

const WORD = /[\p{L}\p{N}]+/gu;
/** The words of a text, compounds in parts: cleaning may write a hyphen where the source has a space. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** When each word of the source is said according to a transcript, in the source's order. */
export function heardTimes({ paragraphs }: Transcript): number[] {
  return paragraphs.flatMap((paragraph, index) =>
    tokenizeParagraph(paragraph).flatMap(({ heard, at }) =>
      wordsOf(heard).map(
        () => interpolateSeconds(paragraphs, { paragraph: index, offset: at }) ?? Number.NaN,
      ),
    ),
  );
}

/** The cues that have a time: the place of their first word among the source's, and their seconds. */
export function trueTimes(cues: readonly Cue[]): [word: number, seconds: number][] {
  let word = 0;
  return cues.flatMap(({ text, start }): [number, number][] => {
    const at = word;
    word += wordsOf(text).length;
    return start === null ? [] : [[at, start]];
  });
}

/** The number below which a part of some numbers lies. */
export const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ??
  Number.NaN;
