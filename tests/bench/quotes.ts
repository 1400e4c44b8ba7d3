import type { Page } from "puppeteer-core";
import { createSelector } from "../../utils/quote/text-quote-selector.ts";
import { createParagraphRange } from "../../utils/quote/text-range.ts";
import { extractQuotedParagraphs } from "../../utils/quote/quote.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { start } from "../e2e/browsers.ts";
import { measureFirstScreen } from "./first-screen.ts";
import { quantile } from "./heard.ts";
import { tell } from "./measure.ts";
import { library } from "./search-quality.ts";
import { measureQuoteSearch } from "./text-indexes.ts";

const RUNS = 9;
const QUOTES = 10_000;
const TYPED = "learning networks and data";

/** Ten thousand saved quotes in real Chromium, over the built extension: opening the list, and finding in them. */
export async function quotes(): Promise<void> {
  const saved = made(library([]));
  measureQuoteSearch(saved);
  const session = await start("chromium", {});
  try {
    // The list makes the store.
    await (await session.openOwn("quotes.html")).close();
    await put(session.welcome, saved);
    const first: [all: number, own: number][] = [];
    for (let n = 0; n < RUNS; n++) first.push(await measureFirstScreen(session, "quotes", ".quote"));
    const [all, own] = [0, 1].map((k) =>
      quantile(
        first.map((times) => times[k]!),
        0.5,
      ),
    ) as [number, number];
    const empty: number[] = [];
    for (let n = 0; n < RUNS; n++) empty.push((await measureFirstScreen(session, "welcome", "main"))[0]);
    const beside = `${Math.round(all)} ms from the navigation, the welcome page ${Math.round(quantile(empty, 0.5))} ms`;
    tell(
      "quotes",
      `list of ${QUOTES}, from its first script to the first screen (${beside})`,
      own,
      150,
      "ms",
    );
    const list = await session.openOwn("quotes.html");
    await list.waitForFunction((count) => document.body.textContent.includes(`${count} quotes`), {}, QUOTES);
    const keys = await typing(list);
    const slow = `95 % within ${Math.round(quantile(keys, 0.95))} ms`;
    tell("quotes", `a key typed, to the quotes laid out (${slow})`, quantile(keys, 0.5), 16, "ms");
  } finally {
    await session.close();
  }
}

/** Quotes of the paragraphs that ship, again and again, each with a note of its own. */
function made(transcripts: readonly Transcript[]): SavedQuote[] {
  const all = transcripts.flatMap((transcript) =>
    transcript.paragraphs.flatMap(
      ({ text }, i): Omit<SavedQuote, "id" | "created" | "modified" | "note">[] => {
        if (!/\w{3}/.test(text)) return [];
        const { paragraphs, timing, episode } = transcript;
        const extent = createParagraphRange(paragraphs, i);
        const quoted = extractQuotedParagraphs(transcript, extent);
        const [first] = quoted;
        if (!first) return [];
        const facts = { title: episode, show: "A show", number: 1, hosts: [], guests: [], published: null };
        const selector = createSelector(paragraphs, extent);
        const rest = { timing, seconds: first.seconds, url: null, tags: ["one", "two"] };
        return [{ episodeId: episode, episode: facts, paragraphs: quoted, selector, ...rest }];
      },
    ),
  );
  return Array.from({ length: QUOTES }, (_, n) => {
    const created = new Date(1.7e12 + n * 1e6).toISOString();
    return { ...all[n % all.length]!, id: `quote-${n}`, note: `Note ${n}`, created, modified: created };
  });
}

const put = (page: Page, all: SavedQuote[]) =>
  page.evaluate(
    (records) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open("earmark-quotes");
        asked.addEventListener("error", () => reject(asked.error!));
        asked.addEventListener("success", () => {
          const writing = asked.result.transaction("quotes", "readwrite");
          for (const record of records) writing.objectStore("quotes").put(record);
          writing.addEventListener("complete", () => {
            asked.result.close();
            resolve();
          });
          writing.addEventListener("error", () => reject(writing.error!));
        });
      }),
    all,
  );

/** Milliseconds from each letter typed into the field until what it finds is laid out. */
const typing = (page: Page) =>
  page.evaluate(async (typed) => {
    const field = document.querySelector("input")!;
    const count = document.querySelector(".count")!;
    const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
    const times: number[] = [];
    field.focus();
    for (const letter of typed) {
      await pause();
      const before = count.textContent;
      const begun = performance.now();
      field.value += letter;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      // Drawn in a later turn; where the number stays the same there is nothing to wait for but that.
      for (let turns = 0; turns < 5 && count.textContent === before; turns++)
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", resolve, { once: true });
          port1.start();
          port2.postMessage(null);
        });
      document.body.getBoundingClientRect();
      times.push(performance.now() - begun);
    }
    return times;
  }, TYPED);
