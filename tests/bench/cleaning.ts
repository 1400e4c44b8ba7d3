import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { LibraryFacts, Glossary } from "../../utils/library/library-model.ts";
import { collectGlossaryNames, buildEpisodeContext } from "../../utils/library/episode-context.ts";
import { loadPackedWordList, loadWordList } from "../../utils/library/build/subtlex-word-list.ts";
import { makeTranscript } from "../../utils/transcript/make-transcript.ts";
import { parseTranscript } from "../../utils/transcript/parse/parse-transcript.ts";
import { medianMs, printFigure, tell } from "./measure.ts";
import { scores } from "./scores.ts";

const LIBRARY = join(import.meta.dirname, "../../assets/library");
const EPISODE = "lex-fridman-035";

/** Reading and cleaning a transcript of three hours, how that grows with its length, and how right it is. */
export function cleaning(): void {
  const read = (name: string) => readFileSync(join(LIBRARY, name), "utf8");
  const facts = (JSON.parse(read("episodes.json")) as LibraryFacts).episodes.find(
    ({ id }) => id === EPISODE,
  )!;
  const glossary = collectGlossaryNames(JSON.parse(read("glossary.json")) as Glossary, facts.show);
  const known = buildEpisodeContext({ facts, show: "", notes: [], glossary, ...loadWordList() });
  const { cues } = parseTranscript(read(`transcripts/${EPISODE}.txt`));
  const ms = (words: number) => {
    const text = Array.from({ length: Math.ceil(words / 17_000) }, () => cues).flat();
    const part = text.slice(0, Math.round((cues.length * words) / 17_000));
    return medianMs(() =>
      makeTranscript({ format: "labelled-text", cues: part, problems: [], notes: [], language: null }, known),
    );
  };
  const [small, middle, large] = [ms(3_000), ms(30_000), ms(300_000)];
  tell("cleaning", "30,000 words", middle, 300, "ms");
  tell("cleaning", "300,000 words against 30,000", large / middle, 15, "times");
  printFigure(`cleaning 3,000 words: ${Math.round(small)} ms`);
  tell(
    "cleaning",
    "list of words, compressed",
    gzipSync(loadPackedWordList(), { level: 9 }).length / 1000,
    150,
    "kB",
  );
  scores();
}
