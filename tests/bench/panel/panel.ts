import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";
import { start, type Session } from "../../e2e/browsers.ts";
import { startPages } from "../../pages/server.ts";
import { quantile } from "../heard.ts";
import { printFigure, tell } from "../measure.ts";
import { copies, EPISODE } from "./copies.ts";
import { allBuilt, heapMb, longestTaskMs, openingMs, playingShare, tabThere, typingMs } from "./in-page.ts";

const RUNS = 9;
const ADDRESS = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const WITHOUT = "https://www.youtube.com/watch?v=bbbbbbbbbbb";
const VIDEOS = ["3hYYGiucS0U", "HhGOGuJY1Wk", "J6XcP4JOHmk", "DIVfEMf3dfg"];
const TYPED = "the neural network learning and what people do";
const PLAYED_SECONDS = 10;

const median = (values: readonly number[]) => quantile(values, 0.5);

/** The panel in real Chromium, over the built extension: opening, typing, following, memory, and pages without an episode. */
export async function panel(): Promise<void> {
  const { short, long } = copies();
  const pages = await startPages();
  const within = async (extension: string, run: (session: Session) => Promise<void>) => {
    const session = await start("chromium", { port: pages.port, extension });
    try {
      await run(session);
    } finally {
      await session.close();
      rmSync(extension, { recursive: true });
    }
  };
  try {
    await within(short, async (session) => {
      await opening(session, "lex-fridman-035", 1.5);
      await pagesWithout(session);
      await memory(session);
      await following(session);
    });
    const { paragraphs } = JSON.parse(
      readFileSync(join(long, "library", `${EPISODE}.json`), "utf8"),
    ) as Transcript;
    await within(long, async (session) => {
      await opening(session, "100,000 words", 0.5);
      await building(session, paragraphs.length);
      await typing(session);
    });
  } finally {
    await pages.stop();
  }
}

/** Opening the panel, beside the same text as a plain page, in turns. */
async function opening(session: Session, name: string, goal: number): Promise<void> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    ours.push(await onPage(session, ADDRESS, openingMs));
    const page = await session.openOwn("plain.html");
    const painted = await page.waitForFunction(() => document.documentElement.dataset["painted"]);
    plain.push(Number(await painted.jsonValue()));
    await page.close();
  }
  tell(
    "panel",
    `opening ${name}, against a plain page (${Math.round(median(ours))} and ${Math.round(median(plain))} ms)`,
    median(ours) / median(plain),
    goal,
  );
}

async function building(session: Session, paragraphs: number): Promise<void> {
  const tasks: number[] = [];
  for (let n = 0; n < RUNS; n++)
    tasks.push(await onPage(session, ADDRESS, (page) => longestTaskMs(page, paragraphs)));
  tell("panel", "longest task while 100,000 words are built", median(tasks), 100, "ms");
}

async function typing(session: Session): Promise<void> {
  const times = await onPage(session, ADDRESS, async (page) => {
    await openingMs(page);
    return typingMs(page, TYPED);
  });
  tell(
    "panel",
    "a key in the search of 100,000 words to its hits painted, 95 %",
    quantile(times, 0.95),
    50,
    "ms",
  );
}

/** What the page takes while it plays with the panel open, less what it takes with it closed, in turns. */
async function following(session: Session): Promise<void> {
  const shares: { [isOpen: string]: number[] } = { true: [], false: [] };
  for (let n = 0; n < RUNS; n++)
    for (const isOpen of [false, true])
      shares[`${isOpen}`]!.push(
        await onPage(session, ADDRESS, async (page) => {
          await tabThere(page);
          if (isOpen) {
            await openingMs(page);
            await allBuilt(page);
          }
          await heapMb(await page.createCDPSession());
          return playingShare(page, PLAYED_SECONDS);
        }),
      );
  const more = median(shares["true"]!) - median(shares["false"]!);
  tell("panel", "following while playing, share of a core", more * 100, 0.5, "%");
}

/** The processor's time that the extension's scripts take on a video that is no episode, as a trace tells it. */
async function pagesWithout(session: Session): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const page = await session.open("about:blank");
    await page.tracing.start({ categories: ["devtools.timeline"] });
    await page.goto(WITHOUT, { waitUntil: "load" });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const trace = new TextDecoder().decode(await page.tracing.stop());
    const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
    const own = traceEvents.filter(
      ({ name, args }) => SCRIPTS.has(name) && JSON.stringify(args ?? {}).includes("chrome-extension:"),
    );
    times.push(own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000);
    await page.close();
  }
  tell("panel", "time of scripts on a video that is no episode", median(times), 3, "ms");
}

/** What a trace says of a piece of work: its name, and microseconds of the processor's time. */
interface TraceEvent {
  name: string;
  tdur?: number;
  args?: unknown;
}

const SCRIPTS = new Set(["EvaluateScript", "FunctionCall"]);

/** What the open panel holds, and whether changing videos leaves anything behind. */
async function memory(session: Session): Promise<void> {
  const held: number[] = [];
  for (let n = 0; n < RUNS; n++)
    held.push(
      await onPage(session, ADDRESS, async (page) => {
        await tabThere(page);
        const client = await page.createCDPSession();
        const before = await heapMb(client);
        await openingMs(page);
        await allBuilt(page);
        return (await heapMb(client)) - before;
      }),
    );
  tell("panel", "memory of the panel on lex-fridman-035", median(held), 15, "MB");
  const growth = await onPage(session, ADDRESS, async (page) => {
    await openingMs(page);
    const client = await page.createCDPSession();
    const change = async (times: number) => {
      for (let n = 0; n < times; n++) {
        await goTo(page, VIDEOS[n % VIDEOS.length]!);
        await page.waitForFunction(
          () =>
            (document.querySelector("earmark-panel")?.shadowRoot?.querySelectorAll(".paragraph").length ??
              0) > 3,
        );
      }
      await allBuilt(page);
      return { mb: await heapMb(client), nodes: (await page.metrics()).Nodes! };
    };
    const first = await change(VIDEOS.length * 2);
    const last = await change(50 + (50 % VIDEOS.length ? VIDEOS.length - (50 % VIDEOS.length) : 0));
    printFigure(`panel nodes after eight changes of video and after 52 more: ${first.nodes}, ${last.nodes}`);
    return last.mb - first.mb;
  });
  tell("panel", "growth of memory over 52 changes of video", growth, 0.5, "MB");
}

const goTo = (page: Page, id: string) =>
  page.evaluate(
    (to) => (window as unknown as { standin: { go(p: string): Promise<void> } }).standin.go(to),
    `/watch?v=${id}`,
  );

/** Opens a page with nothing remembered, does something on it, and closes it. */
async function onPage<T>(session: Session, address: string, run: (page: Page) => Promise<T>): Promise<T> {
  await session.welcome.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { clear(): Promise<void> } } } }
    ).chrome.storage.local.clear(),
  );
  const page = await session.open(address);
  try {
    return await run(page);
  } finally {
    await page.close();
  }
}
