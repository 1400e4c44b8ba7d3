import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { buildLibrary, type BuiltFile } from "../utils/library/build/build-library.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder that exists during one run of the tests. */
    runFolder: string;
  }
}

const SOURCE = join(import.meta.dirname, "../assets/library");
const POLL_MS = 50;

/** Loads the library that ships. The first test file that asks for it builds it, which takes seconds; others wait. Files are sorted by name. */
export function loadBuiltLibrary(): BuiltFile[] {
  const folder = join(inject("runFolder"), "library");
  if (!existsSync(folder)) {
    if (createFolder(`${folder}.lock`)) writeLibrary(folder);
    else waitForFolder(folder);
  }
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({
      name,
      contents: name.endsWith(".json")
        ? readFileSync(join(folder, name), "utf8")
        : readFileSync(join(folder, name)),
    }));
}

/** Creates a folder; false where it exists. */
function createFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Writes the library. Its folder gets its name once it is complete. */
function writeLibrary(folder: string): void {
  const files = buildLibrary(SOURCE);
  mkdirSync(`${folder}.part`);
  for (const { name, contents } of files) writeFileSync(join(`${folder}.part`, name), contents);
  renameSync(`${folder}.part`, folder);
}

/** Waits until the test file that builds the library is done; a build that fails makes the run fail there. */
function waitForFolder(folder: string): void {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const deadline = Date.now() + 120_000;
  while (!existsSync(folder)) {
    if (Date.now() > deadline)
      throw new Error("The library was not built; the test that builds it tells why.");
    Atomics.wait(signal, 0, 0, POLL_MS);
  }
}
