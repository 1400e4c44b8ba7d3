/** Installs the packages of the lock file. Plain JavaScript, because it runs before they are installed. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs npm in the project’s folder and passes its output on; false if it fails. */
export function npm(args) {
  const { status } = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
    cwd: ROOT,
    stdio: "inherit",
  });
  return status === 0;
}

/** Installs the packages unless they are up to date. Ends the program if that fails. */
export function install() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const lock = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages …");
  if (npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"])) return;
  console.error("The packages could not be installed; see npm’s output above.");
  process.exit(1);
}
