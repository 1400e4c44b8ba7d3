import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { foldTerm } from "../../../../utils/search/text/search-terms.ts";
import { corpusFile } from "./first.ts";

/** Opens the database in OPFS, puts it there the first time, and answers queries with how many it found. */
const sqlite3 = await sqlite3InitModule();
const pool = await sqlite3.installOpfsSAHPoolVfs({});
if (!pool.getFileNames().includes("/passages.db"))
  pool.importDb("/passages.db", new Uint8Array(await (await corpusFile("sqlite")).arrayBuffer()));
const db = new pool.OpfsSAHPoolDb("/passages.db");
const statement = db.prepare("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10");

addEventListener("message", ({ data }) => {
  const words = String(data)
    .trim()
    .split(" ")
    .map((word) => foldTerm(word).replace(/[^\p{L}\p{N}]/gu, ""));
  const isOpen = !String(data).endsWith(" ");
  const match = words.map((word, i) => `"${word}"${isOpen && i === words.length - 1 ? "*" : ""}`).join(" ");
  statement.bind(match);
  let found = 0;
  while (statement.step()) found++;
  statement.reset();
  postMessage(found);
});
postMessage(0);
