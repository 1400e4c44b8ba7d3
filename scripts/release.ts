/**
 * `npm run release`: packs the extension for both browsers, with sources and release notes, into `.output/release`.
 * Builds everything twice and fails when the bytes differ, so that anybody can reproduce a published package.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm, ROOT } from "./install.mjs";
import { extractReleaseNotes } from "./release-notes.ts";

const OUTPUT_FOLDER = join(ROOT, ".output");
const RELEASE_FOLDER = join(OUTPUT_FOLDER, "release");

const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  name: string;
  version: string;
};
const notes = extractReleaseNotes(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8"), version);

const first = buildZips();
const second = buildZips();
const differing = Object.keys({ ...first, ...second }).filter((file) => first[file] !== second[file]);
if (differing.length) throw new Error(`Two builds differ: ${differing.join(", ")}.`);

rmSync(RELEASE_FOLDER, { recursive: true, force: true });
mkdirSync(RELEASE_FOLDER, { recursive: true });
for (const file of Object.keys(first)) cpSync(join(OUTPUT_FOLDER, file), join(RELEASE_FOLDER, file));
const sums = Object.entries(first).map(([file, hash]) => `${hash}  ${file}\n`);
writeFileSync(join(RELEASE_FOLDER, "SHA256SUMS"), sums.join(""));
writeFileSync(join(RELEASE_FOLDER, "release-notes.md"), `${notes}\n`);
console.log(`\n${sums.join("")}Two builds gave the same bytes. The files are in ${RELEASE_FOLDER}.`);

/** Builds and zips for both browsers, from nothing; the SHA-256 of each zip by its file name. */
function buildZips(): { [file: string]: string } {
  const prefix = `${name}-${version}-`;
  const listZips = () =>
    readdirSync(OUTPUT_FOLDER).filter((file) => file.startsWith(prefix) && file.endsWith(".zip"));
  mkdirSync(OUTPUT_FOLDER, { recursive: true });
  for (const file of listZips()) rmSync(join(OUTPUT_FOLDER, file));
  if (!npm(["run", "-s", "zip"])) throw new Error("The packages could not be built.");
  const hashes = listZips()
    .toSorted()
    .map((file) => [file, hashFile(join(OUTPUT_FOLDER, file))]);
  return Object.fromEntries(hashes) as { [file: string]: string };
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
