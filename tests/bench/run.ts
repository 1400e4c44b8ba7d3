/**
 * Measures: `npm run bench -- NAME`, without a name all. One line a figure: `NAME figure: value · goal · met` or
 * `· missed`. It ends with 0 when it could measure.
 */
import { cleaning } from "./cleaning.ts";
import { panel } from "./panel/panel.ts";
import { quotes } from "./quotes.ts";
import { search } from "./search.ts";
import { timing } from "./timing.ts";

const BENCHES: { [name: string]: () => void | Promise<void> } = { cleaning, timing, search, panel, quotes };

const [name] = process.argv.slice(2);
if (name && !BENCHES[name]) {
  console.error(`There is no benchmark “${name}”; there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
for (const [each, run] of Object.entries(BENCHES)) if (!name || name === each) await run();
