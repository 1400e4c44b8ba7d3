/**
 * Learns where sentences end from the transcripts that ship and are punctuated, and writes what it learnt to
 * `utils/transcript/languages/english/stop-odds.json`. Run by hand when these transcripts change; same input, same file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildLibrary, getFileText } from "../utils/library/build/build-library.ts";
import type { Transcript } from "../utils/transcript/model/transcript.ts";
import { toWordKey } from "../utils/transcript/clean/tokens/word-key.ts";
import { listClues } from "../utils/transcript/clean/sentences/stop-chances.ts";

/** Episodes that have stops and commas throughout, by their source or by hand. */
const PUNCTUATED_EPISODES = [
  "lbs-129",
  "twiml-008",
  "lbs-071",
  "gradient-dissent-2023-01-05",
  "lex-fridman-035",
];
/** Clues seen less often, or with less weight (in tenths), are left out. */
const MIN_OCCURRENCES = 4;
const MIN_WEIGHT = 8;
const ROUNDS = 25;

const root = join(import.meta.dirname, "..");
const files = buildLibrary(join(root, "assets/library"), { skip: ["sentences", "fixpoint"] });
const seen = new Map<string, number>();
const gaps: { clues: string[]; mark: 0 | 1 | 2 }[] = [];
for (const id of PUNCTUATED_EPISODES) {
  const { paragraphs } = JSON.parse(getFileText(files, `${id}.json`)) as Transcript;
  const text = paragraphs.map((paragraph) => paragraph.text).join(" ");
  const raw = text.split(/\s+/).filter((word) => toWordKey(word));
  const words = raw.map(toWordKey);
  for (let k = 0; k + 1 < words.length; k++) {
    const clues = listClues(words, k);
    for (const clue of clues) seen.set(clue, (seen.get(clue) ?? 0) + 1);
    gaps.push({ clues, mark: /[.?!…]["”’)\]]*$/.test(raw[k]!) ? 2 : /[,;:–—]$/.test(raw[k]!) ? 1 : 0 });
  }
}
const weights = new Map(
  [...seen].filter(([, n]) => n >= MIN_OCCURRENCES).map(([clue]) => [clue, [0, 0] as [number, number]]),
);
const examples = gaps.map(({ clues, mark }) => ({
  mark,
  of: clues.map((clue) => weights.get(clue)).filter((row) => row !== undefined),
}));

// A generator with a fixed start: every run shuffles alike.
let state = 1;
const generateRandom = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
for (let round = 0; round < ROUNDS; round++) {
  const rate = 0.15 / (1 + round * 0.3);
  for (let k = examples.length - 1; k > 0; k--) {
    const j = Math.floor(generateRandom() * (k + 1));
    [examples[k], examples[j]] = [examples[j]!, examples[k]!];
  }
  for (const { of, mark } of examples) {
    const [comma, stop] = of.reduce(([a, b], row) => [a + row[0], b + row[1]], [0, 0]);
    const [c, s] = [Math.exp(comma!), Math.exp(stop!)];
    const step = [Number(mark === 1) - c / (1 + c + s), Number(mark === 2) - s / (1 + c + s)] as const;
    for (const row of of) {
      row[0] += rate * (step[0] - 1e-4 * row[0]);
      row[1] += rate * (step[1] - 1e-4 * row[1]);
    }
  }
}
const lines = [...weights]
  .map(([clue, [comma, stop]]) => [clue, [Math.round(comma * 10), Math.round(stop * 10)]] as const)
  .filter(([clue, row]) => !clue || row.some((weight) => Math.abs(weight) >= MIN_WEIGHT))
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([clue, row]) => `${JSON.stringify(clue)}:[${row.join(",")}]`);
const file = join(root, "utils/transcript/languages/english/stop-odds.json");
writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
console.log(`${gaps.length} gaps, ${lines.length} clues, ${readFileSync(file).length} bytes.`);
