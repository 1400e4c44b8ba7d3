import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPageTracker } from "../../entrypoints/episode/page-tracker.ts";
import type { PageAnswer } from "../../utils/extension/messages.ts";
import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { PageFacts } from "../../utils/sites/site-adapter.ts";
import { getSiteId } from "../../utils/sites/sites.ts";

const RETRY_DELAY_MS = 3000;
const url = (id: string) => `https://www.youtube.com/watch?v=${id}`;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const answerEpisode = ({ url: address }: PageFacts): PageAnswer => ({
  key: address,
  site: getSiteId(new URL(address)),
  match: { kind: "episode", episode: { id: address } as CatalogEpisode },
  needsClick: false,
  moment: null,
});

/** A page whose address can be changed, and a background that fails as often as it is told. */
function openPage() {
  const state = {
    url: url("a"),
    title: "",
    failures: 0,
    isInvalidated: false,
    reports: [] as string[],
    video: "",
    isAutomatic: false,
  };
  const entered: (string | null)[] = [];
  const leavePage = vi.fn();
  const removeTab = vi.fn();
  const tabs: (() => void)[] = [];
  const tracker = createPageTracker({
    readFacts: () => ({ url: state.url, title: state.title }),
    async reportPage(facts) {
      state.reports.push(facts.url);
      if (state.failures-- > 0) throw new Error("Nobody answered.");
      const episode = answerEpisode(facts);
      const { video } = state;
      return video
        ? { ...episode, match: { kind: "available", video }, needsClick: !state.isAutomatic }
        : episode;
    },
    loadVisits: async () => ({
      enterPage: ({ key }) => entered.push(key),
      leavePage,
      showMoment: () => true,
      runCommand: () => {},
      reportPlayer: () => true,
    }),
    isContextInvalidated: () => state.isInvalidated,
    showTab(onOpen) {
      tabs.push(onOpen);
      return removeTab;
    },
  });
  const retry = async (times: number) => {
    for (let i = 0; i < times; i++) await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS);
  };
  return { state, entered, leavePage, removeTab, tabs, tracker, retry };
}

it("reports a page once, and again when its address changes", async () => {
  const { state, entered, tracker } = openPage();
  tracker.check();
  tracker.check();
  expect(await tracker.getMatch()).toMatchObject({ kind: "episode" });
  state.title = "An episode stays one when its title changes";
  tracker.check();
  await tracker.getMatch();
  expect(state.reports).toEqual([url("a")]);
  state.url = url("b");
  tracker.check();
  await tracker.getMatch();
  expect(entered).toEqual([url("a"), url("b")]);
});

it("reports a page again after a failure, five times at most", async () => {
  const { state, entered, tracker, retry } = openPage();
  state.failures = 5;
  tracker.check();
  await retry(4);
  expect(entered).toEqual([]);
  await retry(1);
  expect(entered).toEqual([url("a")]);

  const hopeless = openPage();
  hopeless.state.failures = 100;
  hopeless.tracker.check();
  await hopeless.retry(20);
  expect(hopeless.state.reports.length).toBe(6);
});

it("gives every page its own retries", async () => {
  const { state, entered, tracker, retry } = openPage();
  for (const id of ["a", "b", "c"]) {
    state.url = url(id);
    state.failures = 4;
    tracker.check();
    await retry(4);
  }
  expect(entered).toEqual([url("a"), url("b"), url("c")]);
});

it("gives a page its own retries after one that never answered", async () => {
  const { state, entered, tracker, retry } = openPage();
  state.failures = 100;
  tracker.check();
  await retry(20);
  state.url = url("b");
  state.failures = 3;
  tracker.check();
  await retry(3);
  expect(entered).toEqual([url("b")]);
});

it("does not go back to a page that failed and was left", async () => {
  const { state, entered, tracker, retry } = openPage();
  state.failures = 1;
  tracker.check();
  state.url = url("b");
  tracker.check();
  await retry(2);
  expect(entered).toEqual([url("b")]);
  expect(state.reports).toEqual([url("a"), url("b")]);
});

it("asks again when it is told to, and shows the page as left when the extension is gone", async () => {
  const { state, entered, leavePage, tracker } = openPage();
  tracker.check();
  await tracker.getMatch();
  tracker.refresh();
  await tracker.getMatch();
  expect(state.reports.length).toBe(2);
  expect(entered.length).toBe(2);
  Object.assign(state, { url: url("b"), failures: 1, isInvalidated: true });
  tracker.check();
  await tracker.getMatch();
  expect(leavePage).toHaveBeenCalledOnce();
});

it("shows a tab where a transcript can be loaded, and enters the page at a click", async () => {
  const { state, entered, tabs, tracker } = openPage();
  state.video = "v";
  tracker.check();
  expect(await tracker.getMatch()).toMatchObject({ kind: "available" });
  expect(tabs).toHaveLength(1);
  expect(entered).toEqual([]);
  tabs[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(entered).toEqual([url("a")]);
  expect(tracker.openTab()).toBe(false);
});

it("removes the tab with its page, and ignores a click that comes too late", async () => {
  const { state, entered, removeTab, tabs, tracker } = openPage();
  state.video = "v";
  tracker.check();
  await tracker.getMatch();
  [state.url, state.video] = [url("b"), ""];
  tracker.check();
  await tracker.getMatch();
  tabs[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(removeTab).toHaveBeenCalledTimes(1);
  expect(entered).not.toContain(url("a"));
});

it("enters the page without a click where the reader chose so", async () => {
  const { state, entered, tabs, tracker } = openPage();
  [state.video, state.isAutomatic] = ["v", true];
  tracker.check();
  await tracker.getMatch();
  expect(tabs).toEqual([]);
  expect(entered).toEqual([url("a")]);
});

it("opens the tab by a command", async () => {
  const { state, entered, tracker } = openPage();
  expect(tracker.openTab()).toBe(false);
  state.video = "v";
  tracker.check();
  await tracker.getMatch();
  expect(tracker.openTab()).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(entered).toEqual([url("a")]);
});
