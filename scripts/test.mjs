/**
 * `npm test` on any machine with Node and npm: installs what is missing, then checks types, style and licences, builds
 * for both browsers, and runs the unit tests and the tests in real browsers. Prints one line per step with its time,
 * and the output of a step that fails. The last line is "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browsers.mjs";
import { install, ROOT } from "./install.mjs";

const MAX_OUTPUT_BYTES = 100_000_000;

install();
for (const kind of ["chromium", "firefox"]) console.log(`${kind}: ${ensureBrowser(kind)}`);

let passed = 0;
let failed = 0;

/**
 * Runs a script of package.json as a step.
 * @param count Counts what passed and failed; a step without tests counts as one.
 * @returns whether the step succeeded.
 */
function runStep(name, args = [], count = (isOk) => ({ passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 })) {
  process.stdout.write(`${name} … `);
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(
    process.platform === "win32" ? "npm.cmd" : "npm",
    ["run", "-s", name, "--", ...args],
    { cwd: ROOT, encoding: "utf8", maxBuffer: MAX_OUTPUT_BYTES },
  );
  const isOk = status === 0;
  const counts = count(isOk);
  passed += counts.passed;
  failed += counts.failed;
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${isOk ? "ok" : "FAILED"}, ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  if (!isOk) console.log(`${stdout ?? ""}${stderr ?? ""}`);
  return isOk;
}

/** Runs tests as a step. A run that breaks before it writes its report is one failure; so is each skipped test. */
function runTests(name) {
  const report = join(ROOT, ".output", `${name}.json`);
  rmSync(report, { force: true });
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runStep(name, args, (isOk) => {
    const { numPassedTests, numFailedTests, numPendingTests } = readReport(report);
    return { passed: numPassedTests, failed: Math.max(numFailedTests + numPendingTests, isOk ? 0 : 1) };
  });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}

for (const name of ["types", "lint", "licences", "knip"]) runStep(name);
const isBuilt = ["build", "build:firefox"].map((name) => runStep(name)).every(Boolean);
runTests("unit");
if (isBuilt) runTests("e2e");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
