import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildLibrary, type LibraryBuildOptions } from "../../utils/library/build/build-library.ts";
import { tell } from "./measure.ts";

const ROOT = join(import.meta.dirname, "../..");
/** The hand-made reference and what compares with it are kept apart from the code they judge. */
const SCORING = process.env["EARMARK_SCORING"] ?? join(ROOT, "../shared/scoring");

/** What the comparison prints for each figure: a share that is right, or errors now. */
interface Scores {
  result: { [figure: string]: { share?: number | null; now?: number } };
}

/** What is left out, and the goals: at least a share of what is right, at most a share of errors. */
const RUNS: [
  name: string,
  options: LibraryBuildOptions,
  least: { [figure: string]: number },
  most: { [figure: string]: number },
][] = [
  [
    "as shipped",
    {},
    {
      "names and terms corrected": 0.92,
      "written as the name is written": 0.92,
      "right words left alone": 1,
      "joined words split": 0.995,
      "fillers and repeats removed": 0.9,
      "meaningful repeats kept": 0.98,
      "words under the right speaker": 0.95,
    },
    { "word errors in reading passages": 0.085, "word, capital and punctuation errors": 0.15 },
  ],
  [
    "without edits",
    { skip: ["turns", "edits"] },
    { "names and terms corrected": 0.75, "right words left alone": 0.995 },
    {},
  ],
  [
    "without edits and glossary",
    { skip: ["turns", "edits"], skipGlossary: true },
    { "names and terms corrected": 0.12, "right words left alone": 0.995 },
    {},
  ],
];

/** Compares the cleaned transcripts with the reference, as they ship and with less to go by. */
export function scores(): void {
  if (!existsSync(join(SCORING, "score.mjs"))) {
    console.log("cleaning scores: there is no reference; EARMARK_SCORING names the folder that has one.");
    return;
  }
  for (const [run, options, least, most] of RUNS) {
    const { result } = compared(options);
    for (const [figure, goal] of Object.entries(least))
      tell("cleaning", `${figure}, ${run}`, (result[figure]?.share ?? 0) * 100, goal * 100, "%", "at least");
    for (const [figure, goal] of Object.entries(most))
      tell("cleaning", `${figure}, ${run}`, (result[figure]?.now ?? 1) * 100, goal * 100, "%");
  }
}

function compared(options: LibraryBuildOptions): Scores {
  const folder = mkdtempSync(join(tmpdir(), "earmark-scores-"));
  for (const { name, contents } of buildLibrary(join(ROOT, "assets/library"), options))
    writeFileSync(join(folder, name), contents);
  const words = [
    join(SCORING, "score.mjs"),
    "--library",
    folder,
    "--gold",
    join(SCORING, "sample"),
    "--json",
  ];
  const printed = execFileSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  return JSON.parse(printed) as Scores;
}
