/**
 * Finds Chromium and Firefox on this machine. On Debian and Ubuntu a missing one is installed with apt-get; elsewhere
 * it is named in one sentence. Plain JavaScript, for it runs before anything is installed.
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const KINDS = {
  chromium: {
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    packages: ["chromium", "chromium-browser"],
    variable: "CHROMIUM_PATH",
  },
  firefox: {
    names: ["firefox-esr", "firefox"],
    places: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    packages: ["firefox-esr", "firefox"],
    variable: "FIREFOX_PATH",
  },
};

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a browser ("chromium" or "firefox"), null when it is not on this machine. */
export function findBrowser(kind) {
  const { names, places, variable } = KINDS[kind];
  const named = process.env[variable];
  if (named) return runs(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return paths.find((path) => existsSync(path) && runs(path)) ?? null;
}

/** Path of a browser, installed first where that is possible; ends the program with one sentence where it is not. */
export function ensureBrowser(kind) {
  const found = findBrowser(kind) ?? (install(kind), findBrowser(kind));
  if (found) return found;
  const { variable } = KINDS[kind];
  console.error(
    `Earmark’s tests need ${kind}, which is not on this machine: install it, or name it in ${variable}.`,
  );
  process.exit(1);
}

let updated = false;

function install(kind) {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return;
  const root = process.getuid?.() === 0;
  const apt = (...words) => {
    const command = ["apt-get", "-qq", ...words];
    const [program, ...rest] = root ? command : ["sudo", "-n", ...command];
    execFileSync(program, rest, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  console.log(`Installing ${kind} …`);
  try {
    if (!updated) apt("update");
    updated = true;
  } catch {
    // An old list of packages may do; if not, the install below fails and says so.
  }
  for (const name of KINDS[kind].packages) {
    try {
      apt("install", "-y", "--no-install-recommends", name);
      return;
    } catch {
      continue; // The other name of the package, on another distribution.
    }
  }
}
