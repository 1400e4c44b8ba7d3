import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packSegment } from "../../search/index/write/pack-segment.ts";
import { splitPassages } from "../../search/text/passages.ts";
import { findMisplacedEdits } from "../../transcript/clean/clean-cues.ts";
import type { ManualEdits } from "../../transcript/clean/context/curated-facts.ts";
import { makeTranscript } from "../../transcript/make-transcript.ts";
import type { Cue, Transcript } from "../../transcript/model/transcript.ts";
import { parseTranscript } from "../../transcript/parse/parse-transcript.ts";
import type { CatalogEpisode, EpisodeFacts, LibraryFacts, Glossary } from "../library-model.ts";
import { collectGlossaryNames, buildEpisodeContext } from "../episode-context.ts";
import { loadPackedWordList } from "./subtlex-word-list.ts";
import { unpackWords } from "../../transcript/clean/vocabulary/word-list-format.ts";

/** A file of the built library, named relative to `library/`. */
export interface BuiltFile {
  name: string;
  contents: string | Uint8Array;
}

/** Gets the text of a built file. */
export const getFileText = (files: readonly BuiltFile[], name: string): string =>
  new TextDecoder().decode(getFileBytes(files, name));

/** Gets the bytes of a built file. */
export function getFileBytes(files: readonly BuiltFile[], name: string): Uint8Array {
  const contents = files.find((file) => file.name === name)?.contents;
  if (contents === undefined) throw new Error(`The build makes no file “${name}”.`);
  return typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
}

/** Parts of the build to leave out, to measure what they contribute. */
export interface LibraryBuildOptions {
  /** Names of cleaning steps to skip. */
  skip?: readonly string[];
  /** Leave out the glossary. */
  skipGlossary?: boolean;
}

/**
 * Builds the shipped library from a folder with facts, raw transcripts, edits and glossary. The results are the catalog,
 * the transcripts and the search index. Equal input gives equal bytes.
 * @throws when a transcript cannot be read or has problems that were not reviewed.
 */
export function buildLibrary(
  folder: string,
  { skip = [], skipGlossary: bare = false }: LibraryBuildOptions = {},
): BuiltFile[] {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const facts = JSON.parse(read("episodes.json")) as LibraryFacts;
  const glossary = JSON.parse(read("glossary.json")) as Glossary;
  const packedWords = loadPackedWordList();
  const list = unpackWords(packedWords);
  const built = facts.episodes.map((episode) => {
    const sourceFile = `${episode.id}.txt`;
    const parsed = parseTranscript(read(`transcripts/${sourceFile}`));
    if (!parsed.cues.length || parsed.problems.length !== (episode.problems ?? 0))
      throw new Error(`${sourceFile}: ${JSON.stringify(parsed.problems)}`);
    const known = buildEpisodeContext({
      facts: episode,
      show: facts.shows.find(({ id }) => id === episode.show)?.name ?? "",
      notes: parsed.notes,
      glossary: bare ? [] : collectGlossaryNames(glossary, episode.show),
      ...list,
      edits: readEdits(folder, episode.id),
    });
    const captions = readCaptions(folder, episode.id);
    const wrong = findMisplacedEdits(parsed.cues, known);
    if (wrong.length) throw new Error(`edits/${episode.id}.json:\n${wrong.join("\n")}`);
    const transcript = makeTranscript(parsed, { ...known, ...(captions && { captions }) }, skip);
    if (transcript.remarks) throw new Error(`${sourceFile}: ${JSON.stringify(transcript.remarks)}`);
    return { episode, transcript, sourceFile };
  });
  const catalog = built.map(({ episode, transcript, sourceFile }) =>
    toCatalogEpisode(episode, transcript, facts, sourceFile),
  );
  const passages = built.flatMap(({ transcript }) => splitPassages(transcript));
  return [
    { name: "catalog.json", contents: JSON.stringify(catalog, null, 1) },
    { name: "shows.json", contents: JSON.stringify(facts.shows) },
    { name: "notes.json", contents: JSON.stringify(Object.fromEntries(built.map(collectNotes))) },
    ...built.map(({ transcript }) => ({
      name: `${transcript.episode}.json`,
      contents: JSON.stringify(transcript),
    })),
    { name: "search.bin", contents: packSegment(passages) },
    // What cleaning a transcript needs that a reader opens later.
    { name: "glossary.json", contents: JSON.stringify(glossary) },
    { name: "words.txt", contents: packedWords },
  ];
}

/** Joins the show notes of an episode and the names in them into one searchable text. */
const collectNotes = ({ episode, transcript }: { episode: EpisodeFacts; transcript: Transcript }) =>
  [episode.id, [...(transcript.notes ?? []), ...(episode.mentions ?? [])].join("\n")] as const;

/** Reads timed captions next to a transcript, in any supported format: `transcripts/ID.captions.srt`. */
function readCaptions(folder: string, id: string): Cue[] | null {
  const name = readdirSync(join(folder, "transcripts")).find((file) => file.startsWith(`${id}.captions.`));
  return name === undefined
    ? null
    : parseTranscript(readFileSync(join(folder, "transcripts", name), "utf8")).cues;
}

/** Reads the manual edits of an episode; empty ones where there is no file. */
function readEdits(folder: string, id: string): ManualEdits {
  const file = join(folder, `edits/${id}.json`);
  const none: ManualEdits = { corrections: [], turns: [] };
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ManualEdits) : none;
}

function toCatalogEpisode(
  facts: EpisodeFacts,
  { timing }: Transcript,
  { shows }: LibraryFacts,
  sourceFile: string,
): CatalogEpisode {
  const show = shows.find(({ id }) => id === facts.show)?.name;
  if (!show) throw new Error(`${facts.id}: there is no show “${facts.show}”.`);
  const { id, number, title, hosts, guests, published, durationSeconds, language, links } = facts;
  const { recorded, chapters } = facts;
  return {
    id,
    show,
    number,
    title,
    hosts,
    guests,
    published,
    durationSeconds,
    language,
    links,
    timing,
    sourceFile,
    ...(recorded && { recorded }),
    ...(chapters && { chapters }),
  };
}

/** Computes a short hash of the built files, for comparing two builds. */
export const computeFingerprint = (files: BuiltFile[]): string =>
  files
    .reduce((hash, { name, contents }) => hash.update(name).update(contents), createHash("sha256"))
    .digest("hex")
    .slice(0, 12);
