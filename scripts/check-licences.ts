/** `npm run licences`: fails on a production dependency whose licence is not in `ALLOWED_LICENCES`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** SPDX identifiers (https://spdx.org/licenses/). All of them allow shipping the code with a notice. */
const ALLOWED_LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
]);

/** True for an SPDX expression such as `MIT` or `(MIT OR GPL-3.0)` that offers an allowed licence. */
export function isAllowedLicence(expression: string | null | undefined): boolean {
  const choices = (expression ?? "").replace(/^\((.*)\)$/, "$1").split(" OR ");
  return choices.some((licence) => ALLOWED_LICENCES.has(licence));
}

interface LockedPackage {
  version: string;
  license?: string;
  dependencies?: { [name: string]: string };
}

/** A package-lock.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). */
interface LockFile {
  packages: { [path: string]: LockedPackage };
}

/**
 * Production dependencies, and what these depend on, whose licence is not allowed; each as `name version: licence`.
 * Peer dependencies are left out: they belong to the build.
 */
export function listForbiddenPackages(lock: LockFile): string[] {
  const paths = collectProductionPaths(lock, "", new Set());
  return [...paths].flatMap((path) => {
    const { version, license } = lock.packages[path]!;
    const name = path.split("node_modules/").at(-1);
    return isAllowedLicence(license) ? [] : [`${name} ${version}: ${license ?? "no licence"}`];
  });
}

function collectProductionPaths(lock: LockFile, parent: string, paths: Set<string>): Set<string> {
  for (const name of Object.keys(lock.packages[parent]?.dependencies ?? {})) {
    const path = resolvePackage(lock, parent, name);
    if (!path || paths.has(path)) continue;
    paths.add(path);
    collectProductionPaths(lock, path, paths);
  }
  return paths;
}

/** Path of a package as Node finds it: in the parent's own `node_modules`, then outwards. */
function resolvePackage(lock: LockFile, parent: string, name: string): string | undefined {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = `${folder}${folder && "/"}node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (!folder) return undefined;
  }
}

if (import.meta.main) {
  const lock = JSON.parse(
    readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8"),
  ) as LockFile;
  const forbidden = listForbiddenPackages(lock);
  for (const line of forbidden) console.error(line);
  console.log(forbidden.length ? "These licences are not allowed." : "All licences are allowed.");
  process.exit(forbidden.length ? 1 : 0);
}
