import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What runs on every matched page before an episode is found, in bytes. */
const MAX_EPISODE_SCRIPT_BYTES = 5_000;
/** The whole package without the library and the languages of the interface, in bytes. */
const MAX_PACKAGE_BYTES = 380_000;

/**
 * Prints what a built extension weighs and holds it against what it may weigh.
 * @throws when it is too heavy, so that a build that outgrew its bounds fails.
 */
export function checkSizes(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => !/^(?:library|_locales)\b/.test(name),
  );
  const bytes = (name: string) => statSync(join(folder, name)).size;
  const all = files
    .filter((name) => statSync(join(folder, name)).isFile())
    .reduce((sum, name) => sum + bytes(name), 0);
  const rows = [
    ["on every matched page before an episode is found", bytes("episode.js"), MAX_EPISODE_SCRIPT_BYTES],
    ["the whole package without the library and the languages", all, MAX_PACKAGE_BYTES],
  ] as const;
  for (const [what, size, most] of rows) {
    console.log(`size: ${what}: ${size} bytes (at most ${most})`);
    if (size > most) throw new Error(`Too heavy: ${what}.`);
  }
}
