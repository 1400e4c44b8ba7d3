import type { Page } from "puppeteer-core";
import { planMerge, type SegmentSize } from "../../utils/library/plan-merge.ts";
import { splitPassages, type Passage } from "../../utils/search/text/passages.ts";
import { packEpisodeText } from "../../utils/store/episode-texts.ts";
import { parseTranscript } from "../../utils/transcript/parse/parse-transcript.ts";
import { generatedEpisodes } from "../corpus/generated.ts";
import { start, type Session } from "../e2e/browsers.ts";
import { createOwnEpisode, saveOwnEpisode, type EpisodeToSave } from "../e2e/own-library-driver.ts";
import { quantile, rawOf } from "./heard.ts";
import { printFigure, tell } from "./measure.ts";
import { library } from "./search-quality.ts";

/** Episodes of the reader's own; `EPISODES=10000` measures another number. */
const SIZES = process.env["EPISODES"] ? [Number(process.env["EPISODES"])] : [100, 1000];
/** Openings of the popup; the median counts. */
const OPENINGS = 9;
const SECONDS_PER_PASSAGE = 58;

/** Measures the reader's own library: adding, storing and searching. */
export async function measureOwnLibrary(): Promise<void> {
  const transcripts = library([]);
  await measureStoredBytes(transcripts);
  tell("library", "rewritten per added episode, 10,000 episodes", computeRewrittenShare(10_000), 0.05);
  const passages = transcripts.flatMap(splitPassages);
  const session = await start("chromium", {});
  try {
    let count = 0;
    const generated = generatedEpisodes(passages, SIZES.at(-1)!);
    for (const size of SIZES) {
      const times: number[] = [];
      for (; count < size; count++) {
        const episode = createGeneratedEpisode(count, generated.next().value as Passage[]);
        const begun = performance.now();
        const saved = await saveOwnEpisode(session, episode);
        times.push(performance.now() - begun);
        if (!saved.ok) throw new Error(saved.reason);
      }
      printFigure(`library adding an episode to ${size}, median: ${quantile(times, 0.5).toFixed(0)} ms`);
      printFigure(`library adding an episode to ${size}, 95 %: ${quantile(times, 0.95).toFixed(0)} ms`);
      await measureOpening(session, size);
    }
  } finally {
    await session.close();
  }
}

/** Source and transcript of the real episodes, against the plain text that a reader sees. */
async function measureStoredBytes(transcripts: ReturnType<typeof library>): Promise<void> {
  for (const transcript of transcripts) {
    const { cues } = parseTranscript(rawOf(transcript.episode));
    const source = JSON.stringify({ cues });
    const plain = transcript.paragraphs.map(({ text }) => text).join("\n");
    const packed = await packEpisodeText({ source, transcript });
    const share = packed.length / new TextEncoder().encode(plain).length;
    tell("library", `stored bytes per byte of text, ${transcript.episode}`, share, 0.5);
  }
}

function computeRewrittenShare(episodes: number): number {
  let segments: SegmentSize[] = [];
  let rewritten = 0;
  for (let n = 0; n < episodes; n++) {
    segments.push({ id: n, count: 1, deleted: 0 });
    for (let plan = planMerge(segments); plan; plan = planMerge(segments)) {
      const merged = new Set(plan);
      const count = segments.filter(({ id }) => merged.has(id)).reduce((sum, each) => sum + each.count, 0);
      segments = [...segments.filter(({ id }) => !merged.has(id)), { id: plan[0]!, count, deleted: 0 }];
      rewritten += count;
    }
  }
  return rewritten / episodes / episodes;
}

function createGeneratedEpisode(n: number, passages: readonly Passage[]): EpisodeToSave {
  const texts = passages.map(({ text }) => text);
  const added = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  const episode = createOwnEpisode(`g${n}`.padEnd(11, "-"), texts, added);
  for (const [i, paragraph] of episode.transcript.paragraphs.entries())
    paragraph.times = [[0, i * SECONDS_PER_PASSAGE]];
  return episode;
}

/** Opens the popup's page with a query, each time in a new tab, until its first result is there. */
async function measureOpening(session: Session, size: number): Promise<void> {
  const times: number[] = [];
  const bytes: number[] = [];
  for (let n = 0; n < OPENINGS; n++) {
    const page = await session.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".row[data-episode]")) return;
        observer.disconnect();
        document.documentElement.dataset["first"] = String(performance.now());
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(session.welcome.url().replace("welcome.html", "popup.html#q=deep+learning"));
    await page.waitForFunction(() => document.documentElement.dataset["first"]);
    times.push(await page.evaluate(() => Number(document.documentElement.dataset["first"])));
    bytes.push(await measureHeap(page));
    await page.close();
  }
  printFigure(
    `library cold popup to first result, ${size} own episodes: ${quantile(times, 0.5).toFixed(0)} ms`,
  );
  tell("library", `memory of the popup, ${size} own episodes`, quantile(bytes, 0.5) / 1e6, 35, "MB");
}

async function measureHeap(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = (await cdp.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}
