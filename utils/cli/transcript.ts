import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts, Glossary } from "../library/facts.ts";
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
if (values.notes)
  parsed.notes.push(...new TextDecoder().decode(bytesOf(values.notes)).split(/\n+/).filter(Boolean));
if (values.captions) process.stderr.write("--captions: aligning with captions is not built yet; left out.\n");

const transcript = makeTranscript(
  parsed,
  {
    episode: file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""),
    language: "en",
    durationSeconds,
    words: wordList(),
    names: values.show ? namesOf(values.show) : [],
  },
  values.raw ? STEPS.map(({ name }) => name) : [],
);
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

/** Right names of a show, by its id or its name. */
function namesOf(show: string): string[] {
  const library = join(import.meta.dirname, "../../assets/library");
  const json = (name: string): unknown => JSON.parse(readFileSync(join(library, name), "utf8"));
  const { shows } = json("episodes.json") as Facts;
  const wanted = show.toLowerCase();
  const id = shows.find((s) => s.id === wanted || s.name.toLowerCase() === wanted)?.id;
  if (!id)
    process.stderr.write(`There is no show “${show}”; known are ${shows.map((s) => s.name).join(", ")}.\n`);
  return (id && (json("glossary.json") as Glossary)[id]?.names) || [];
}
