import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Most bytes, compressed with gzip, of what each entry point loads before it runs: its script, the scripts it imports
 * and its styles, without what is imported later. Raise one only with a reason in the commit message.
 */
const MAX_GZIP_BYTES: { readonly [entry: string]: number } = {
  "episode.js": 2_600,
  "panel.js": 62_000,
  "background.js": 132_000,
  "popup.html": 70_000,
  "library.html": 76_000,
  "options.html": 34_000,
  "quotes.html": 46_000,
  "welcome.html": 20_000,
};

/** What runs on every matched page before an episode is found, in bytes: V8 parses it uncompressed. */
const MAX_EPISODE_SCRIPT_BYTES = 5_000;

/** The whole package without the library, the interface's languages and the third-party notices, in bytes. */
const MAX_PACKAGE_BYTES = 680_000;
const IS_UNCOUNTED = /^(?:library|_locales)\b|^third-party-notices\.txt$/;

/**
 * Prints the sizes of a built extension beside their limits.
 * @param folder The built extension, such as `.output/chrome-mv3`.
 * @throws when a limit is exceeded, so that the build fails.
 */
export function checkSizes(folder: string): void {
  const rows = [
    ...Object.entries(MAX_GZIP_BYTES).map(
      ([entry, limit]) => [`${entry}, compressed`, measureEntry(folder, entry), limit] as const,
    ),
    ["episode.js", statSync(join(folder, "episode.js")).size, MAX_EPISODE_SCRIPT_BYTES] as const,
    ["the package", measurePackage(folder), MAX_PACKAGE_BYTES] as const,
  ];
  for (const [name, size, limit] of rows) console.log(`size: ${name}: ${size} bytes (at most ${limit})`);
  const exceeded = rows.filter(([, size, limit]) => size > limit).map(([name]) => name);
  if (exceeded.length) throw new Error(`Larger than allowed: ${exceeded.join("; ")}.`);
}

function measurePackage(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !IS_UNCOUNTED.test(path.slice(folder.length + 1).replaceAll("\\", "/")))
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

function measureEntry(folder: string, entry: string): number {
  const files = [...collectFiles(folder, entry, new Set())];
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

/** The file itself and everything it loads statically, as paths from the folder. */
function collectFiles(folder: string, file: string, seen: Set<string>): Set<string> {
  if (seen.has(file) || !existsSync(join(folder, file))) return seen;
  seen.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  const references = file.endsWith(".html")
    ? text.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)
    : text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g);
  for (const [, path] of references)
    collectFiles(
      folder,
      posix.join(path!.startsWith("/") ? "" : posix.dirname(file), path!.replace(/^\//, "")),
      seen,
    );
  return seen;
}
