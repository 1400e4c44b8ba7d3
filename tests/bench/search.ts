import { join } from "node:path";
import { buildLibrary } from "../../utils/library/build.ts";
import { foldedWords } from "../../utils/search/query.ts";
import type { Passage } from "../../utils/search/passages.ts";
import { searcher } from "../../utils/search/search.ts";
import { medianMs, tell } from "./measure.ts";

const QUERIES = [
  "notation as a tool for thought",
  "bayseian deep learning",
  "vacc",
  '"clean water infrastructure"',
];

/** Searching the library that ships, beside a plain scan of its text in the same run. */
export function search(): void {
  const files = buildLibrary(join(import.meta.dirname, "../../assets/library"));
  const text = (name: string) => files.find((file) => file.name === name)!.contents;
  const [passages, index] = [text("passages.json"), text("index.json")];
  const open = () => searcher(JSON.parse(passages) as Passage[], index);
  tell(
    "search",
    "from files to first result",
    medianMs(() => open().search(QUERIES[0]!)),
    100,
    "ms",
  );
  const ready = open();
  const asked = medianMs(() => QUERIES.map((query) => ready.search(query)));
  const texts = (JSON.parse(passages) as Passage[]).map((passage) => passage.text.toLowerCase());
  const scanned = medianMs(() =>
    QUERIES.map((query) => texts.filter((t) => foldedWords(query).every((w) => t.includes(w)))),
  );
  tell("search", "four queries", asked, 50, "ms");
  console.log(`search four queries by a plain scan: ${Math.round(scanned * 100) / 100} ms`);
}
