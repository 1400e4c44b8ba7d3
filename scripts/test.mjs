/**
 * `npm test` on any machine with Node and npm: installs what is needed, then types, lint, unit tests, both builds and
 * the tests in real browsers. Its last line counts them: "N passed, N failed".
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browsers.mjs";
import { install, npm, ROOT } from "./install.mjs";

install();
for (const kind of ["chromium", "firefox"]) console.log(`${kind}: ${ensureBrowser(kind)}`);

let passed = 0;
let failed = 0;

/** A step without tests of its own counts as one. */
function step(name) {
  const ok = npm(["run", "-s", name]);
  console.log(`${name}: ${ok ? "ok" : "FAILED"}`);
  if (ok) passed++;
  else failed++;
  return ok;
}

/** A run of tests; when it breaks before it can count, that is one failure. */
function tests(name) {
  const report = join(ROOT, ".output", `${name}.json`);
  rmSync(report, { force: true });
  const ok = npm([
    "run",
    "-s",
    name,
    "--",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = read(report);
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests + counts.numPendingTests, ok ? 0 : 1);
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}

step("types");
step("lint");
const built = [step("build"), step("build:firefox")].every(Boolean);
tests("unit");
if (built) tests("e2e");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
