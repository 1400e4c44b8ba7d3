/**
 * `npm run lint:package`: runs Mozilla's linter (https://github.com/mozilla/addons-linter) on the Firefox build and
 * fails on every message that is not listed below.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const BUILD_FOLDER = ".output/firefox-mv3";

interface LintMessage {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

interface LintReport {
  errors: LintMessage[];
  warnings: LintMessage[];
  notices: LintMessage[];
}

/** Warnings that no change of the code avoids. */
const UNAVOIDABLE_WARNINGS: readonly { matches: (message: LintMessage) => boolean; reason: string }[] = [
  {
    matches: ({ code }) => code === "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
    reason: "Earmark is for Firefox on the desktop, which reads the key from version 140 on.",
  },
  {
    matches: ({ message, file }) => file === "episode.js" && message.startsWith("Unsafe call to import"),
    reason: "The content script imports panel.js from the package; only the browser knows its address.",
  },
  {
    matches: ({ message }) => message === "Unsafe assignment to innerHTML",
    reason: "It is Preact’s dangerouslySetInnerHTML, which a test keeps out of this code.",
  },
];

const webExt = join(ROOT, "node_modules/web-ext/bin/web-ext.js");
const lint = [webExt, "lint", "--source-dir", BUILD_FOLDER, "--output", "json"];
const { stdout, stderr } = spawnSync(process.execPath, lint, { cwd: ROOT, encoding: "utf8" });
if (!stdout.startsWith("{")) throw new Error(`The linter gave no report: ${stderr || stdout}`);
const { errors, warnings, notices } = JSON.parse(stdout) as LintReport;
const isUnavoidable = (warning: LintMessage) => UNAVOIDABLE_WARNINGS.some(({ matches }) => matches(warning));
const problems = [...errors, ...notices, ...warnings.filter((each) => !isUnavoidable(each))];
for (const { code, message, file, line } of problems)
  console.error(`${file ?? "package"}${line ? `:${line}` : ""}: ${message} (${code})`);
console.log(`${problems.length} avoidable problems in ${BUILD_FOLDER}.`);
process.exit(problems.length ? 1 : 0);
