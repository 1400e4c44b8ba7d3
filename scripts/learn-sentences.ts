/**
 * Trains the model of sentence ends on the punctuated transcripts of the library and writes its weights to
 * `utils/transcript/languages/english/stop-odds.json`. Run it when these transcripts change. Equal transcripts give an
 * equal file.
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
/** Clues that occur less often, or whose weights are all smaller (in tenths), are left out. */
const MIN_OCCURRENCES = 4;
const MIN_WEIGHT = 8;
const TRAINING_ROUNDS = 25;
const REGULARIZATION = 1e-4;

const ROOT = join(import.meta.dirname, "..");
const MODEL_FILE = join(ROOT, "utils/transcript/languages/english/stop-odds.json");

/** Punctuation after a word: none, a comma or its like, or the end of a sentence. */
type Mark = "none" | "comma" | "stop";

/** The gap between two words: the clues around it, and what is written there. */
interface Gap {
  clues: string[];
  mark: Mark;
}

/** Log odds of a comma and of a stop. */
type Weights = [comma: number, stop: number];

function readGaps(): Gap[] {
  const files = buildLibrary(join(ROOT, "assets/library"), { skip: ["sentences", "fixpoint"] });
  return PUNCTUATED_EPISODES.flatMap((id) => {
    const { paragraphs } = JSON.parse(getFileText(files, `${id}.json`)) as Transcript;
    const text = paragraphs.map((paragraph) => paragraph.text).join(" ");
    const written = text.split(/\s+/).filter((word) => toWordKey(word));
    const words = written.map(toWordKey);
    return written.slice(0, -1).map((word, k) => ({ clues: listClues(words, k), mark: getMark(word) }));
  });
}

function getMark(word: string): Mark {
  if (/[.?!…]["”’)\]]*$/.test(word)) return "stop";
  return /[,;:–—]$/.test(word) ? "comma" : "none";
}

/** Multinomial logistic regression by stochastic gradient descent. */
function trainWeights(gaps: readonly Gap[]): Map<string, Weights> {
  const occurrences = new Map<string, number>();
  for (const clue of gaps.flatMap(({ clues }) => clues))
    occurrences.set(clue, (occurrences.get(clue) ?? 0) + 1);
  const weights = new Map<string, Weights>(
    [...occurrences].filter(([, count]) => count >= MIN_OCCURRENCES).map(([clue]) => [clue, [0, 0]]),
  );
  const examples = gaps.map(({ clues, mark }) => ({
    mark,
    rows: clues.map((clue) => weights.get(clue)).filter((row) => row !== undefined),
  }));
  const generateRandom = createGenerator();
  for (let round = 0; round < TRAINING_ROUNDS; round++) {
    const rate = 0.15 / (1 + round * 0.3);
    shuffle(examples, generateRandom);
    for (const { rows, mark } of examples) {
      const [comma, stop] = rows.reduce(([a, b], row) => [a + row[0], b + row[1]], [0, 0]);
      const [commaOdds, stopOdds] = [Math.exp(comma!), Math.exp(stop!)];
      const total = 1 + commaOdds + stopOdds;
      const errors = [
        Number(mark === "comma") - commaOdds / total,
        Number(mark === "stop") - stopOdds / total,
      ];
      for (const row of rows) {
        row[0] += rate * (errors[0]! - REGULARIZATION * row[0]);
        row[1] += rate * (errors[1]! - REGULARIZATION * row[1]);
      }
    }
  }
  return weights;
}

/** A linear congruential generator with a fixed seed, so that every run shuffles alike. */
function createGenerator(): () => number {
  let state = 1;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Fisher–Yates. */
function shuffle<T>(list: T[], generateRandom: () => number): void {
  for (let k = list.length - 1; k > 0; k--) {
    const j = Math.floor(generateRandom() * (k + 1));
    [list[k], list[j]] = [list[j]!, list[k]!];
  }
}

/** One clue per line, with its weights in tenths. The empty clue is the bias. */
function formatModel(weights: ReadonlyMap<string, Weights>): string[] {
  return [...weights]
    .map(([clue, [comma, stop]]) => [clue, [Math.round(comma * 10), Math.round(stop * 10)]] as const)
    .filter(([clue, row]) => !clue || row.some((weight) => Math.abs(weight) >= MIN_WEIGHT))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([clue, row]) => `${JSON.stringify(clue)}:[${row.join(",")}]`);
}

const gaps = readGaps();
const lines = formatModel(trainWeights(gaps));
writeFileSync(MODEL_FILE, `{\n${lines.join(",\n")}\n}\n`);
console.log(`${gaps.length} gaps, ${lines.length} clues, ${readFileSync(MODEL_FILE).length} bytes.`);
