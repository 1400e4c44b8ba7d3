import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Index } from "flexsearch";
import MiniSearch from "minisearch";
import { passagesOf, type Passage } from "../../../utils/search/passages.ts";
import { packSegment, VERSION } from "../../../utils/search/segment/pack.ts";
import { foldTerm, isStopWord, TERM } from "../../../utils/search/terms.ts";
import { generatedPassages } from "../../corpus/generated.ts";
import { library } from "../search-quality.ts";
import { MINISEARCH } from "./page/minisearch-options.ts";

const CACHE = join(import.meta.dirname, "../../../node_modules/.cache/earmark-bench");

/** Files of a corpus, each for one engine. */
export interface Corpus {
  folder: string;
  /** The engines whose index could be made and saved. */
  engines: string[];
  queries: string[];
}

/** Makes the indexes of so many episodes for all engines, or takes those that were made before. */
export async function corpusOf(
  episodes: number,
  queriesOf: (passages: readonly Passage[]) => string[],
): Promise<Corpus> {
  const folder = join(CACHE, String(episodes));
  const facts = join(folder, "facts.json");
  const known = existsSync(facts)
    ? (JSON.parse(readFileSync(facts, "utf8")) as Corpus & { version: number })
    : null;
  if (known?.version === VERSION) return known;
  mkdirSync(folder, { recursive: true });
  const real = library([]).flatMap(passagesOf);
  const passages = [...real, ...generatedPassages(real, episodes - 5)];
  const engines = ["ours"];
  writeFileSync(join(folder, "ours.bin"), packSegment(passages));
  if (known) {
    // The others' indexes are as they were.
    writeFileSync(facts, JSON.stringify({ ...known, version: VERSION }));
    return known;
  }
  sqlite(join(folder, "sqlite.bin"), passages);
  engines.push("sqlite");
  for (const [name, make] of [
    ["minisearch", () => miniSearch(passages)],
    ["flexsearch", () => flexSearch(passages)],
    [
      "scan",
      () => Promise.resolve(passages.map(({ text }) => foldTerm(text.replace(/\s+/g, " "))).join("\n")),
    ],
  ] as const)
    try {
      writeFileSync(join(folder, `${name}.bin`), await make());
      engines.push(name);
    } catch (error) {
      // What can't be saved is part of the result.
      console.log(`search ${name} over ${episodes} episodes can't be saved: ${(error as Error).message}`);
    }
  const corpus: Corpus = { folder, engines, queries: queriesOf(passages) };
  writeFileSync(facts, JSON.stringify({ ...corpus, version: VERSION }));
  return corpus;
}

async function miniSearch(passages: readonly Passage[]): Promise<string> {
  const index = new MiniSearch<Passage>(MINISEARCH);
  index.addAll(passages);
  return JSON.stringify(index);
}

async function flexSearch(passages: readonly Passage[]): Promise<string> {
  const index = new Index();
  for (const [id, { text }] of passages.entries()) index.add(id, text);
  const parts: [string, string][] = [];
  await index.export((key: string, data: string) => {
    parts.push([key, data]);
  });
  return JSON.stringify(parts);
}

/** FTS5 without contents, positions and stop words: the smallest it can be. */
function sqlite(path: string, passages: readonly Passage[]): void {
  const db = new DatabaseSync(path);
  db.exec("CREATE VIRTUAL TABLE passages USING fts5(text, content='', detail=none, tokenize='unicode61')");
  db.exec("BEGIN");
  const insert = db.prepare("INSERT INTO passages(rowid, text) VALUES (?, ?)");
  for (const [id, { text }] of passages.entries()) {
    const words = (text.match(TERM) ?? []).filter((term) => !isStopWord(term)).map(foldTerm);
    insert.run(id, words.join(" "));
  }
  db.exec("COMMIT");
  db.exec("INSERT INTO passages(passages) VALUES ('optimize')");
  db.exec("VACUUM");
  db.close();
}
