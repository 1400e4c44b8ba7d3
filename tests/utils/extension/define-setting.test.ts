import { effect } from "@preact/signals-core";
import { beforeEach, expect, it, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { defineSetting } from "../../../utils/extension/define-setting.ts";
import { ContextInvalidatedError } from "../../../utils/extension/extension-context.ts";
import * as settings from "../../../utils/extension/settings.ts";

const DEFAULTS = { size: 15, theme: "auto" };
const { id } = browser.runtime;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  Object.assign(browser.runtime, { id });
});

/** Does what Chromium does to a page's script when the extension is updated. */
function invalidateContext(): void {
  Object.assign(browser.runtime, { id: undefined });
  const fail = () => {
    throw new Error("Extension context invalidated.");
  };
  for (const call of ["get", "set", "remove"] as const)
    vi.spyOn(browser.storage.local, call).mockImplementation(fail);
  vi.spyOn(browser.storage.local.onChanged, "addListener").mockImplementation(fail);
  vi.spyOn(browser.storage.local.onChanged, "removeListener").mockImplementation(fail);
}

it("fills in what a stored object lacks, and leaves lists and plain values as they are stored", async () => {
  await browser.storage.local.set({ reading: { size: 20 }, recent: ["b"], order: "episode" });
  expect(await defineSetting("local:reading", DEFAULTS).get()).toEqual({ size: 20, theme: "auto" });
  expect(await defineSetting("local:recent", ["a", "z"]).get()).toEqual(["b"]);
  expect(await defineSetting("local:order", "date").get()).toBe("episode");
  expect(await defineSetting("local:absent", DEFAULTS).get()).toEqual(DEFAULTS);
});

it("reads values as an older version stored them, and stores them under the same keys", async () => {
  const stored = {
    openSites: { youtube: true, "twimlai.com": false },
    corrections: [
      {
        show: "TWiML Talk",
        episode: null,
        heard: "in lytic",
        was: "in lytic",
        shown: "Enlitic",
        before: "he worked at",
        after: "as a",
      },
    ],
    taps: {
      "twiml-008": {
        "twimlai.com": [{ words: "so tell us a bit about your background", own: 100, here: 104.5 }],
        youtube: [{ words: "welcome to the show", own: 1, here: 2 }],
      },
    },
    reading: { size: 18, theme: "sepia", face: "serif", spacing: "wide" },
    placing: { first: "open", fullscreen: "over" },
    offSites: { captivate: true, "lexfridman.com": true },
    writing: { format: "markdown" },
    quotesChanged: 1_790_000_000_000,
    quoteOrder: "episode",
    widths: { "learnbayesstats.com": 520, youtube: 410 },
    recentSearches: ["fast.ai", "notation tool"],
  };
  await browser.storage.local.set(structuredClone(stored));
  expect(await settings.openSites.get()).toEqual(stored.openSites);
  expect(await settings.corrections.get()).toEqual(stored.corrections);
  expect(await settings.syncPoints.get()).toEqual(stored.taps);
  expect(await settings.typography.get()).toEqual({ ...settings.DEFAULT_TYPOGRAPHY, ...stored.reading });
  expect(await settings.panelLayout.get()).toEqual({ ...stored.placing, push: false });
  expect(await settings.disabledSites.get()).toEqual(stored.offSites);
  expect(await settings.quoteFormat.get()).toMatchObject(stored.writing);
  expect(await settings.quotesChangedAt.get()).toBe(stored.quotesChanged);
  expect(await settings.quoteOrder.get()).toBe("episode");
  expect(await settings.panelWidths.get()).toEqual(stored.widths);
  expect(await settings.recentSearches.get()).toEqual(stored.recentSearches);

  await settings.openSites.update((old) => ({ ...old, captivate: true }));
  expect(await browser.storage.local.get(null)).toEqual({
    ...stored,
    openSites: { ...stored.openSites, captivate: true },
  });
});

it("loses no change that follows another quickly", async () => {
  const setting = defineSetting("local:list", ["a"]);
  await Promise.all(["b", "c", "d"].map((one) => setting.update((old) => [...old, one])));
  expect(await setting.get()).toEqual(["a", "b", "c", "d"]);
  expect((await browser.storage.local.get("list"))["list"]).toEqual(["a", "b", "c", "d"]);
});

it("reports a write that fails, and performs the next one", async () => {
  const setting = defineSetting("local:list", ["a"]);
  vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("The disk is full."));
  await expect(setting.update(() => ["lost"])).rejects.toThrow("The disk is full.");
  await setting.update((old) => [...old, "b"]);
  expect(await setting.get()).toEqual(["a", "b"]);
});

it("shows a choice at once, and never an older one after it", async () => {
  const page = new AbortController();
  const setting = defineSetting("local:size", 15);
  setting.connect(page.signal);
  await setting.ready;
  const seen: number[] = [];
  const stop = effect(() => void seen.push(setting.value.value));
  const writes = [16, 17, 18].map((size) => setting.set(size));
  expect(seen).toEqual([15, 16, 17, 18]);
  await Promise.all(writes);
  await setting.update((old) => old + 1);
  expect(await setting.get()).toBe(19);
  expect(seen).toEqual([15, 16, 17, 18, 19]);
  stop();
  page.abort();
});

it("shows a choice made before the stored value was read", async () => {
  await browser.storage.local.set({ size: 20 });
  const page = new AbortController();
  const setting = defineSetting("local:size", 15);
  setting.connect(page.signal);
  const write = setting.set(16);
  await Promise.all([setting.ready, write]);
  expect(setting.value.value).toBe(16);
  page.abort();
});

it("follows changes by others until the signal aborts, and reads anew when connected again", async () => {
  const first = new AbortController();
  const setting = defineSetting("local:reading", DEFAULTS);
  expect(setting.value.value).toEqual(DEFAULTS);
  setting.connect(first.signal);
  await setting.ready;
  await browser.storage.local.set({ reading: { size: 20 } });
  expect(setting.value.value).toEqual({ size: 20, theme: "auto" });
  first.abort();
  await browser.storage.local.set({ reading: { size: 30 } });
  expect(setting.value.value.size).toBe(20);
  const second = new AbortController();
  setting.connect(second.signal);
  await setting.ready;
  expect(setting.value.value.size).toBe(30);
  await browser.storage.local.clear();
  expect(setting.value.value).toEqual(DEFAULTS);
  second.abort();
});

it("reports an invalidated context as one kind of error, and never throws from connecting", async () => {
  const page = new AbortController();
  const setting = defineSetting("local:size", 15);
  setting.connect(page.signal);
  await setting.set(16);
  invalidateContext();
  await expect(setting.get()).rejects.toThrow(ContextInvalidatedError);
  await expect(setting.update((old) => old + 1)).rejects.toThrow(ContextInvalidatedError);
  await expect(setting.set(18)).rejects.toThrow(ContextInvalidatedError);
  expect(setting.value.value).toBe(18);
  page.abort();
  setting.connect(new AbortController().signal);
  await setting.ready;
  expect(setting.value.value).toBe(18);
});
