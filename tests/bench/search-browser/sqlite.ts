import { DatabaseSync } from "node:sqlite";
import type { Passage } from "../../../utils/search/text/passages.ts";
import { foldTerm, isStopWord, TERM_PATTERN } from "../../../utils/search/text/search-terms.ts";

/** FTS5 without contents, positions and stop words: the smallest it can be. Passages go by their order. */
export function sqliteAt(path: string): { add: (passage: Passage) => void; close: () => void } {
  const db = new DatabaseSync(path);
  db.exec("CREATE VIRTUAL TABLE passages USING fts5(text, content='', detail=none, tokenize='unicode61')");
  db.exec("BEGIN");
  const insert = db.prepare("INSERT INTO passages(rowid, text) VALUES (?, ?)");
  let id = 0;
  return {
    add({ text }) {
      const words = (text.match(TERM_PATTERN) ?? []).filter((term) => !isStopWord(term)).map(foldTerm);
      insert.run(id++, words.join(" "));
    },
    close() {
      db.exec("COMMIT");
      db.exec("INSERT INTO passages(passages) VALUES ('optimize')");
      db.exec("VACUUM");
      db.close();
    },
  };
}
