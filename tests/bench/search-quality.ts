import { join } from "node:path";
import { buildLibrary, getFileText } from "../../utils/library/build/build-library.ts";
import { splitPassages, type Passage } from "../../utils/search/text/passages.ts";
import { packSegment } from "../../utils/search/index/write/pack-segment.ts";
import { openSearcher } from "../../utils/search/results/create-searcher.ts";
import type { SearchOptions } from "../../utils/search/results/searcher.ts";
import { foldTerm, TERM_PATTERN } from "../../utils/search/text/search-terms.ts";
import { isVisibleCorrection } from "../../utils/transcript/model/corrections.ts";
import { stripEndPunctuation } from "../../utils/transcript/model/normalize-words.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { generatedPassages } from "../corpus/generated.ts";
import { tell } from "./measure.ts";

const LIBRARY = join(import.meta.dirname, "../../assets/library");
/** What MiniSearch can do at its best: beginnings and typing mistakes everywhere, nothing by sound. */
const MINISEARCH: SearchOptions["match"] = {
  weights: { prefix: 0.375, fuzzy: 0.45, sound: 0 },
  maxFuzzyPassages: Infinity,
  shareIdf: false,
  sounds: false,
};
/** Steps of cleaning that put names right. */
export const STEPS = ["turns", "edits", "names", "fillers", "sentences", "fixpoint"];

/** A name, and how it was heard in each passage of the raw text that holds it. */
interface Name {
  shown: string;
  heard: Set<string>;
  passages: Set<string>;
}

/** The transcripts of the library, with some steps of cleaning left out. */
export function library(skip: readonly string[]): Transcript[] {
  const files = buildLibrary(LIBRARY, { skip });
  const ids = (JSON.parse(getFileText(files, "catalog.json")) as { id: string }[]).map(({ id }) => id);
  return ids.map((id) => JSON.parse(getFileText(files, `${id}.json`)) as Transcript);
}

const words = (text: string) => (text.match(TERM_PATTERN) ?? []).map(foldTerm).join(" ");

/** Names that recognisers misheard, found as what cleaning put right, in passages that were never cleaned. */
function misheard(raw: readonly Passage[], clean: readonly Transcript[]): Name[] {
  const names = new Map<string, Name>();
  for (const { episode, paragraphs } of clean)
    for (const { text, changes } of paragraphs)
      for (const change of changes) {
        const shown = stripEndPunctuation(text.slice(change.at, change.at + change.length));
        if (change.step !== "names" || !isVisibleCorrection(change, shown)) continue;
        const [name, heard] = [words(shown), words(change.heard)];
        // Corrections that take in words around a name say nothing of names.
        if (!shown.split(" ").every((word) => /[A-Z]/.test(word)) || name.length < 4) continue;
        const held = raw.filter(
          (passage) => passage.episode === episode && ` ${words(passage.text)} `.includes(` ${heard} `),
        );
        const all = names.get(name) ?? { shown: name, heard: new Set(), passages: new Set() };
        names.set(name, all);
        all.heard.add(heard);
        for (const { id } of held) all.passages.add(id);
      }
  // A name that was heard right somewhere is found there, and who is heard everywhere is easily found.
  const isSaid = (name: string) => raw.some(({ text }) => ` ${words(text)} `.includes(` ${name} `));
  return [...names.values()].filter(
    ({ shown, passages }) => passages.size > 0 && passages.size <= 12 && !isSaid(shown),
  );
}

/** Share of the names of which a passage that holds them, misheard, is among the first five results. */
async function found(
  names: readonly Name[],
  passages: readonly Passage[],
  match: SearchOptions["match"],
): Promise<number> {
  const bytes = packSegment(passages);
  const ready = (await openSearcher(async (from, to) => bytes.subarray(from, to)))!;
  const byPlace = new Map(passages.map(({ id, episode, paragraphs }) => [`${episode} ${paragraphs[0]}`, id]));
  let hits = 0;
  for (const { shown, heard, passages: wanted } of names) {
    const { results } = await ready.search(`${shown} `, {
      limit: 5,
      includeBoilerplate: true,
      ...(match && { match }),
    });
    const isHit = results.some(({ episode, paragraphs }) =>
      wanted.has(byPlace.get(`${episode} ${paragraphs[0]}`)!),
    );
    if (isHit) hits++;
    else if (process.env["MISSES"] && !match)
      console.log(`  missed: ${shown}, heard as ${[...heard].join(", ")}`);
  }
  return hits / names.length;
}

/** Misheard names in raw texts, beside what MiniSearch makes of the same. */
export async function misheardNames(): Promise<void> {
  const raw = library(STEPS)
    .flatMap(splitPassages)
    .map(({ heard: _heard, ...passage }) => passage);
  const names = misheard(raw, library([]));
  for (const episodes of [5, 100]) {
    const all = [...raw, ...generatedPassages(raw, episodes - 5)];
    const [ours, plain] = [await found(names, all, undefined), await found(names, all, MINISEARCH)];
    tell(
      "search",
      `${names.length} misheard names in ${episodes} raw episodes, among the first five, beyond MiniSearch (${ours.toFixed(2)} and ${plain.toFixed(2)})`,
      ours - plain,
      0.25,
      "",
      "at least",
    );
  }
}
