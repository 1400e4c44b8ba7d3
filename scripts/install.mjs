/** Installs the packages of the lock file when they are not there yet. Plain JavaScript, for it runs before that. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs npm in the project's folder and shows what it says; false when it fails. */
export function npm(words) {
  const { status } = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", words, {
    cwd: ROOT,
    stdio: "inherit",
  });
  return status === 0;
}

/** Ends the program when the packages can't be had. */
export function install() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const lock = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages …");
  if (npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"])) return;
  console.error("The packages could not be installed; npm’s words above say why.");
  process.exit(1);
}
