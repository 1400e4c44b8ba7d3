/**
 * `npm run torture -- [KILLS] [BROWSER]` kills the browser again and again while the reader's library is changed, and
 * checks each time that nothing is half-written and that nothing is lost that was reported as stored. It exits with 1
 * at the first fault. Both builds must exist.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start, type Kind, type Session } from "../e2e/browsers.ts";
import { startPages } from "../pages/server.ts";
import { changeUntilKilled } from "./change-library.ts";
import { ExpectedLibrary } from "./expected-library.ts";
import { readLibrary } from "./read-library.ts";

const [kills = "300", kind = "chromium"] = process.argv.slice(2);
/** The browser is killed after a random time up to this, in milliseconds. */
const MAX_RUN_MS = 4000;

/** The background brings the index up to date within this time of its start. */
const INDEX_TIMEOUT_MS = 20_000;

const { port } = await startPages();
const profile = mkdtempSync(join(tmpdir(), "earmark-torture-"));
const expected = new ExpectedLibrary();

/** Kills the browser's main process, as a crash does. Its other processes end with it. */
async function killBrowser({ browser }: Session): Promise<void> {
  const child = browser.process()!;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** Starts the browser on the profile. Its own welcome page may close while the extension is loaded again. */
async function launch(): Promise<Session> {
  const started = await start(kind as Kind, { port, profile });
  return Object.assign(started, { welcome: await started.openOwn("welcome.html") });
}

async function check(session: Session): Promise<void> {
  let library = await readLibrary(session);
  const faults = expected.findFaults(library);
  const end = Date.now() + INDEX_TIMEOUT_MS;
  while (expected.findUnindexed(library).length && Date.now() < end) library = await readLibrary(session);
  faults.push(...expected.findUnindexed(library));
  if (!faults.length) return;
  console.error(faults.join("\n"));
  process.exit(1);
}

for (let n = 1; n <= Number(kills); n++) {
  const session = await launch();
  await check(session);
  const changes = changeUntilKilled(session, expected, n);
  const runMs = Math.random() * MAX_RUN_MS;
  await new Promise((resolve) => {
    setTimeout(resolve, runMs);
  });
  await killBrowser(session);
  const count = await changes;
  console.log(`torture: kill ${n} of ${kills} after ${Math.round(runMs)} ms and ${count} changes`);
}
const session = await launch();
await check(session);
await session.close();
rmSync(profile, { recursive: true, force: true });
console.log(
  `torture: ${kills} kills in ${kind}, ${expected.count} episodes: nothing lost, nothing half-written`,
);
process.exit(0);
