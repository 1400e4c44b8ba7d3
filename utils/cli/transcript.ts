import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts, Glossary, Show } from "../library/facts.ts";
import { glossaryNames, knownOf } from "../library/known.ts";
import { wordList } from "../library/word-list.ts";
import { secondsOf } from "../transcript/clock.ts";
import { STEPS } from "../transcript/clean/clean.ts";
import { makeTranscript } from "../transcript/make.ts";
import { parse } from "../transcript/parse/parse.ts";
import { FORMS, isForm, print } from "../transcript/print.ts";
import { callerPath, fail, options, reasonOf } from "./arguments.ts";

const USAGE =
  "npm run -s transcript -- FILE [--notes FILE] [--captions FILE] [--duration SECONDS] [--show NAME] " +
  `[--as ${FORMS.join("|")}] [--raw]`;
const { values, positionals } = options(
  {
    notes: { type: "string" },
    captions: { type: "string" },
    duration: { type: "string" },
    show: { type: "string" },
    as: { type: "string", default: "json" },
    raw: { type: "boolean" },
  },
  USAGE,
);

const [file, ...more] = positionals;
if (!file || more.length) fail(USAGE, 2);
const form = values.as;
if (!isForm(form)) fail(`--as takes one of ${FORMS.join(", ")}.\n${USAGE}`, 2);
const durationSeconds = values.duration === undefined ? null : secondsOf(values.duration);
if (values.duration !== undefined && durationSeconds === null)
  fail(`“${values.duration}” is no length.\n${USAGE}`, 2);

const parsed = parse(bytesOf(file));
for (const { line, message } of parsed.problems) process.stderr.write(`${file}:${line}: ${message}\n`);
if (!parsed.cues.length) fail(`${file}: no transcript could be read.`);
const notes = values.notes
  ? new TextDecoder().decode(bytesOf(values.notes)).split(/\n+/).filter(Boolean)
  : [];
if (values.captions) process.stderr.write("--captions: aligning with captions is not built yet; left out.\n");

const show = values.show ? showOf(values.show) : null;
const known = knownOf({
  facts: {
    id: file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""),
    title: notes[0] ?? "",
    hosts: [],
    guests: [],
    durationSeconds,
    language: parsed.language ?? "en",
  },
  show: show?.name ?? "",
  notes: [...parsed.notes, ...notes.slice(1)],
  glossary: show ? glossaryNames(json("glossary.json") as Glossary, show.id) : [],
  ...wordList(),
});
parsed.notes.push(...notes);
const transcript = makeTranscript(parsed, known, values.raw ? STEPS.map(({ name }) => name) : []);
if (transcript.timing === "none" && (form === "srt" || form === "vtt"))
  fail(`${file}: this transcript has no times; give its length with --duration, or take another form.`);
process.stdout.write(print(transcript, form));

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(callerPath(path));
  } catch (error) {
    return fail(`${path} can't be read: ${reasonOf(error)}.`);
  }
}

/** Reads a file of the library that ships. */
function json(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../assets/library", name), "utf8"));
}

/** A show of the library by its id or its name. */
function showOf(wanted: string): Show | null {
  const { shows } = json("episodes.json") as Facts;
  const small = wanted.toLowerCase();
  const found = shows.find(({ id, name }) => id === small || name.toLowerCase() === small);
  if (!found)
    process.stderr.write(
      `There is no show “${wanted}”; known are ${shows.map(({ name }) => name).join(", ")}.\n`,
    );
  return found ?? null;
}
