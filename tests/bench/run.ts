/**
 * `npm run bench -- NAME` measures and prints one line per figure: `NAME figure: value · goal · met`, or `· missed`.
 * Without a name all benchmarks run. A complete run is written to `docs/measurements.md`. Exits with 0 when everything
 * could be measured, whether goals are met or not.
 */
import { cleaning } from "./cleaning.ts";
import { measureLibraryPage } from "./library-page.ts";
import { takeFigures } from "./measure.ts";
import { describeMachine, writeMeasurements } from "./measurements-file.ts";
import { measureOwnLibrary } from "./own-library.ts";
import { panel } from "./panel/panel.ts";
import { quotes } from "./quotes.ts";
import { search } from "./search.ts";
import { timing } from "./timing.ts";
import { measureVideoOpening } from "./video-opening.ts";

const BENCHES: { [name: string]: () => void | Promise<void> } = {
  cleaning,
  timing,
  search,
  panel,
  quotes,
  async library() {
    await measureOwnLibrary();
    await measureLibraryPage();
    await measureVideoOpening();
  },
};

const [name] = process.argv.slice(2);
if (name && !BENCHES[name]) {
  console.error(`There is no benchmark “${name}”; there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
for (const [each, run] of Object.entries(BENCHES)) {
  if (name && name !== each) continue;
  takeFigures();
  await run();
  const date = new Date().toISOString().slice(0, 10);
  writeMeasurements({ name: each, date, machine: describeMachine(), figures: takeFigures() });
}
