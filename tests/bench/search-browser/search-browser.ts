import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import type { Passage } from "../../../utils/search/text/passages.ts";
import { builtFor, start, type Session } from "../../e2e/browsers.ts";
import { quantile } from "../heard.ts";
import { printFigure, tell } from "../measure.ts";
import { building } from "./building.ts";
import { corpusOf } from "./corpus.ts";

const OPENS = 9;
/** Episodes of which indexes are built while it is measured. */
const BUILT = [200, 1000] as const;
const PAGES = join(import.meta.dirname, "page");

/** Engines and their pages, in real Chromium, on pages of the extension; opened in turns. */
export async function searchInBrowser(
  episodes: number,
  queriesOf: (passages: readonly Passage[]) => string[],
): Promise<void> {
  const { folder, engines, queries } = await corpusOf(episodes, queriesOf);
  const extension = await withPages(folder, engines);
  const session = await start("chromium", { extension });
  try {
    // SQLite's file is put into its place; the others' code is compiled for the first time.
    for (const engine of engines) await close(await open(session, engine));
    const cold = new Map<string, number[]>();
    const pages = [...engines, "ours?snippets"];
    for (let n = 0; n < OPENS; n++)
      for (const engine of pages) {
        const page = await open(session, engine);
        cold.set(engine, [...(cold.get(engine) ?? []), await firstMs(page)]);
        await close(page);
      }
    const median = (engine: string) => quantile(cold.get(engine) ?? [], 0.5);
    const on = `${episodes} episodes`;
    for (const engine of pages)
      printFigure(`search cold in Chromium, ${on}, ${engine}: ${median(engine).toFixed(0)} ms`);
    tell(
      "search",
      `cold in Chromium, ${on}, against SQLite FTS5`,
      median("ours") / median("sqlite"),
      episodes > 1000 ? 0.25 : 0.2,
    );
    if (engines.includes("minisearch"))
      tell(
        "search",
        `cold in Chromium, ${on}, against MiniSearch`,
        median("ours") / median("minisearch"),
        1 / 60,
      );
    tell(
      "search",
      `cold with ten snippets, ${on}, against SQLite FTS5 without`,
      median("ours?snippets") / median("sqlite"),
      0.4,
    );
    const slow: { [engine: string]: number } = {};
    for (const engine of ["ours", "sqlite"]) {
      const page = await open(session, engine);
      await page.waitForFunction(() => "warm" in document.documentElement.dataset);
      slow[engine] = quantile(await ask(page, queries), 0.95);
      printFigure(`search a query in Chromium, ${on}, ${engine}, 95 %: ${slow[engine].toFixed(1)} ms`);
      if (engine === "ours")
        printFigure(`search memory after the queries, ${on}: ${await memoryMb(page)} MB`);
      await close(page);
    }
    // Over few episodes every answer is quick; the bound is for many.
    if (episodes >= 10_000)
      tell("search", `a query, 95 %, ${on}, against SQLite FTS5`, slow["ours"]! / slow["sqlite"]!, 0.12);
    await building(session, BUILT[0], BUILT[1]);
    const size = (engine: string) => statSync(join(folder, `${engine}.bin`)).size / 1e6;
    printFigure(`search files, ${on}: ${engines.map((e) => `${e} ${size(e).toFixed(1)} MB`).join(", ")}`);
  } finally {
    await session.close();
    rmSync(extension, { recursive: true });
  }
}

/** A copy of the built extension with a page for each engine and its index. */
async function withPages(folder: string, engines: readonly string[]): Promise<string> {
  const extension = mkdtempSync(join(tmpdir(), "earmark-bench-"));
  cpSync(builtFor("chromium"), extension, { recursive: true });
  const manifest = join(extension, "manifest.json");
  const facts = JSON.parse(readFileSync(manifest, "utf8")) as object;
  const policy = { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" };
  writeFileSync(manifest, JSON.stringify({ ...facts, content_security_policy: policy }));
  for (const engine of engines)
    copyFileSync(join(folder, `${engine}.bin`), join(extension, "library", `bench-${engine}.bin`));
  const pages = [...engines, "building"];
  for (const engine of pages)
    writeFileSync(
      join(extension, `bench-${engine}.html`),
      `<!doctype html><meta charset="utf-8"><body><main></main><script type="module" src="/bench/${engine}.js"></script>`,
    );
  await build({
    configFile: false,
    logLevel: "silent",
    root: PAGES,
    build: {
      target: "esnext",
      outDir: join(extension, "bench"),
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(pages.map((entry) => [entry, join(PAGES, `${entry}.ts`)])),
        output: { entryFileNames: "[name].js" },
      },
    },
    base: "/bench/",
    worker: { format: "es" },
  });
  return extension;
}

async function open(session: Session, engine: string): Promise<Page> {
  const [name, query] = engine.split("?");
  const page = await session.browser.newPage();
  await page.bringToFront();
  await page.goto(
    session.welcome.url().replace("welcome.html", `bench-${name}.html${query ? `?${query}` : ""}`),
  );
  // The first time some put hundreds of megabytes into their place.
  await page.waitForFunction(() => document.documentElement.dataset["first"], { timeout: 300_000 });
  return page;
}

const close = (page: Page) => page.close();
const firstMs = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset["first"]));

/** Milliseconds of each query. */
const ask = (page: Page, queries: readonly string[]) =>
  page.evaluate(async (all) => {
    const times: number[] = [];
    for (const query of all) {
      const begun = performance.now();
      await window.ask(query);
      times.push(performance.now() - begun);
    }
    return times;
  }, queries);

/** What the page holds after all queries, when what can be freed is freed. */
async function memoryMb(page: Page): Promise<string> {
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  const usage = (await cdp.send("Runtime.getHeapUsage")) as { usedSize: number; backingStorageSize?: number };
  const bytes = usage.usedSize + (usage.backingStorageSize ?? 0);
  return (bytes / 1e6).toFixed(1);
}
