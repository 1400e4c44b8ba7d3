import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordList } from "../../utils/library/word-list.ts";
import { makeTranscript } from "../../utils/transcript/make.ts";
import { parse } from "../../utils/transcript/parse/parse.ts";
import { medianMs, tell } from "./measure.ts";

const FILE = join(import.meta.dirname, "../../assets/library/transcripts/lex-fridman-035.txt");

/** Reading and cleaning a transcript of three hours, and how that grows with its length. */
export function cleaning(): void {
  const known = { episode: "bench", language: "en", durationSeconds: null, ...wordList(), names: [] };
  const { cues } = parse(readFileSync(FILE, "utf8"));
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
  console.log(`cleaning 3,000 words: ${Math.round(small)} ms`);
}
