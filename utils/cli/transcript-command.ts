import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LibraryFacts, Glossary, Show } from "../library/library-model.ts";
import { collectGlossaryNames, buildEpisodeContext } from "../library/episode-context.ts";
import { loadWordList } from "../library/build/subtlex-word-list.ts";
import { formatTime, parseTime } from "../transcript/model/clock-time.ts";
import { CLEANING_STEPS } from "../transcript/clean/clean-cues.ts";
import { makeTranscript } from "../transcript/make-transcript.ts";
import type { ParsedTranscript } from "../transcript/model/transcript.ts";
import { parseTranscript } from "../transcript/parse/parse-transcript.ts";
import {
  OUTPUT_FORMATS,
  isOutputFormat,
  serializeTranscript,
} from "../transcript/model/serialize-transcript.ts";
import { parseChapters } from "../transcript/timing/chapters/parse-chapters.ts";
import {
  describeCaptionsProblem,
  describeChapterNote,
  describeProblem,
} from "../transcript/wording/describe-problem.ts";
import { loadEnglishMessages } from "./english-messages.ts";
import { resolveCallerPath, fail, parseOptions, describeReadError } from "./command-arguments.ts";

const USAGE =
  "npm run -s transcript -- FILE [--notes FILE] [--captions FILE] [--duration SECONDS] [--show NAME] " +
  `[--as ${OUTPUT_FORMATS.join("|")}] [--raw]`;
const { values, positionals } = parseOptions(
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

const [file, ...extra] = positionals;
if (!file || extra.length) fail(USAGE, 2);
const format = values.as;
if (!isOutputFormat(format)) fail(`--as takes one of ${OUTPUT_FORMATS.join(", ")}.\n${USAGE}`, 2);
const durationSeconds = values.duration === undefined ? null : parseTime(values.duration);
if (values.duration !== undefined && durationSeconds === null)
  fail(`“${values.duration}” is not a duration.\n${USAGE}`, 2);

const translate = await loadEnglishMessages();
const parsed = readTranscript(file);
if (!parsed.cues.length) fail(`${file}: no transcript could be read.`);
const notes = values.notes
  ? new TextDecoder().decode(readBytes(values.notes)).split(/\n+/).filter(Boolean)
  : [];
const captions = values.captions ? readTranscript(values.captions) : null;
const show = values.show ? findShow(values.show) : null;
const context = buildEpisodeContext({
  facts: {
    id: file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""),
    title: notes[0] ?? "",
    hosts: [],
    guests: [],
    durationSeconds,
    language: parsed.language ?? "en",
    chapters: parseChapters(notes),
  },
  show: show?.name ?? "",
  notes: [...parsed.notes, ...notes.slice(1)],
  glossary: show ? collectGlossaryNames(readLibraryJson("glossary.json") as Glossary, show.id) : [],
  ...loadWordList(),
});
parsed.notes.push(...notes);
const transcript = makeTranscript(
  parsed,
  { ...context, ...(captions && { captions: captions.cues }) },
  values.raw ? CLEANING_STEPS.map(({ name }) => name) : [],
);
for (const remark of transcript.remarks ?? [])
  process.stderr.write(`${values.captions}: ${describeCaptionsProblem(remark, translate)}\n`);
for (const chapter of transcript.chapters ?? []) {
  const note = describeChapterNote(chapter, translate);
  if (note) process.stderr.write(`Chapter ${formatTime(chapter.published)} “${chapter.title}”: ${note}\n`);
}
if (transcript.timing === "none" && (format === "srt" || format === "vtt"))
  fail(`${file}: this transcript has no times; give its length with --duration, or take another form.`);
process.stdout.write(serializeTranscript(transcript, format));

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(resolveCallerPath(path));
  } catch (error) {
    return fail(`${path} can't be read: ${describeReadError(error)}.`);
  }
}

/** Reads a transcript and prints its problems to standard error. */
function readTranscript(path: string): ParsedTranscript {
  const result = parseTranscript(readBytes(path));
  for (const problem of result.problems)
    process.stderr.write(`${path}:${problem.line}: ${describeProblem(problem, translate)}\n`);
  return result;
}

/** Reads a file of the library that ships. */
function readLibraryJson(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../assets/library", name), "utf8"));
}

/** Finds a show of the library by its id or name. */
function findShow(idOrName: string): Show | null {
  const { shows } = readLibraryJson("episodes.json") as LibraryFacts;
  const query = idOrName.toLowerCase();
  const match = shows.find(({ id, name }) => id === query || name.toLowerCase() === query);
  if (!match)
    process.stderr.write(
      `There is no show “${idOrName}”; the library has ${shows.map(({ name }) => name).join(", ")}.\n`,
    );
  return match ?? null;
}
