/**
 * Finds Chromium and Firefox on this machine. On Debian and Ubuntu a missing browser is installed with apt-get;
 * elsewhere an error names it. Plain JavaScript, because it runs before the packages are installed.
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

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a browser ("chromium" or "firefox"); null if it is not on this machine. */
export function findBrowser(kind) {
  const { names, places, variable } = KINDS[kind];
  const named = process.env[variable];
  if (named) return isExecutable(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return paths.find((path) => existsSync(path) && isExecutable(path)) ?? null;
}

/** Path of a browser, installed first where possible. Ends the program with a message where not. */
export function ensureBrowser(kind) {
  const found = findBrowser(kind) ?? (install(kind), findBrowser(kind));
  if (found) return found;
  const { variable } = KINDS[kind];
  console.error(
    `Earmark’s tests need ${kind}, which is not installed. Install it, or set ${variable} to its path.`,
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
    // An outdated package list can do. If it does not, the installation below fails.
  }
  for (const name of KINDS[kind].packages) {
    try {
      apt("install", "-y", "--no-install-recommends", name);
      return;
    } catch {
      continue; // Another distribution has another package name.
    }
  }
}
