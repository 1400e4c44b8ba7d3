import { expect, it, vi } from "vitest";
import type { CaptionsRoute, RouteAnswer } from "../../../../utils/sources/youtube/captions-route.ts";
import { loadCaptions, type CaptionsPorts } from "../../../../utils/sources/youtube/load-captions.ts";
import type { PlayerFacts } from "../../../../utils/sources/youtube/video-facts.ts";

const FACTS: PlayerFacts = {
  id: "v",
  title: "Foxes",
  channel: "Animals",
  description: "",
  durationSeconds: 900,
  published: null,
  chapters: [[0, "From the description"]],
  status: "playable",
  tracks: [{ language: "en", kind: "automatic", name: "English" }],
  spokenLanguage: "en",
};
const cue = (start: number, text = "the fox is small") => ({
  text,
  start,
  end: null,
  speaker: null,
  line: 0,
});
const whole: RouteAnswer = { ok: true, cues: [cue(0), cue(800)], chapters: [] };
const failed = (reason: Extract<RouteAnswer, { ok: false }>["reason"]): RouteAnswer => ({
  ok: false,
  reason,
});

interface Setup {
  answers?: (RouteAnswer | (() => Promise<RouteAnswer>))[];
  facts?: PlayerFacts | null;
  isCurrent?: () => boolean;
  left?: AbortSignal;
}

/** Loads captions by routes with these answers, and tells which routes were tried. */
async function load({ answers = [whole], facts = FACTS, isCurrent = () => true, left }: Setup) {
  const tried: number[] = [];
  const routes = answers.map((answer, k): CaptionsRoute => ({
    name: "panel-request",
    timeoutMs: 50,
    read: async () => {
      tried.push(k);
      return typeof answer === "function" ? answer() : answer;
    },
  }));
  const ports: CaptionsPorts = {
    readFacts: async () => facts,
    readPageFacts: () => ({ ...FACTS, title: "From the page" }),
    routes,
    isCurrent,
  };
  const choice = { video: "v", findChosenLanguage: () => null, pageLanguage: "de" };
  const outcome = await loadCaptions(choice, ports, left ?? new AbortController().signal);
  return { outcome, tried };
}

it("takes the first route that has the captions, with facts and chapters", async () => {
  const { outcome, tried } = await load({ answers: [failed("youtube-changed"), whole, whole] });
  expect(tried).toEqual([0, 1]);
  expect(outcome).toMatchObject({
    ok: true,
    captions: {
      facts: { title: "Foxes", chapters: [[0, "From the description"]] },
      track: { language: "en", kind: "automatic" },
      route: "panel-request",
    },
  });
});

it("asks in the page's language where the player says nothing", async () => {
  const { outcome } = await load({ facts: null });
  expect(outcome).toMatchObject({
    ok: true,
    captions: { facts: { title: "From the page" }, track: { language: "de", kind: null } },
  });
});

it("asks for nothing while a video is live", async () => {
  const { outcome, tried } = await load({ facts: { ...FACTS, status: "live" } });
  expect(outcome).toMatchObject({ ok: false, reason: "video-live" });
  expect(tried).toEqual([]);
});

it.each([
  ["captions-incomplete", { ok: true, cues: [cue(0), cue(4)], chapters: [] }],
  ["captions-language", { ok: true, cues: [cue(800, "きつねはちいさい。".repeat(20))], chapters: [] }],
] as const)("does not take an answer for the transcript: %s", async (reason, answer) => {
  const { outcome } = await load({ answers: [answer as unknown as RouteAnswer] });
  expect(outcome).toMatchObject({ ok: false, reason });
});

it("tries no other route after a refusal, and passes on its time", async () => {
  const { outcome, tried } = await load({
    answers: [{ ok: false, reason: "captions-refused", retryAt: 5 }, whole],
  });
  expect(outcome).toEqual({ ok: false, reason: "captions-refused", retryAt: 5 });
  expect(tried).toEqual([0]);
});

it("says that there are no captions only where the player lists none", async () => {
  const none = [failed("captions-none"), failed("youtube-changed")];
  expect(await load({ answers: none, facts: { ...FACTS, tracks: [] } })).toMatchObject({
    outcome: { reason: "captions-none" },
    tried: [0],
  });
  expect(await load({ answers: none })).toMatchObject({
    outcome: { reason: "captions-withheld" },
    tried: [0, 1],
  });
});

it("tells that a video is for members where nothing else has it", async () => {
  const facts: PlayerFacts = { ...FACTS, status: "restricted", tracks: [] };
  expect((await load({ answers: [failed("captions-none")], facts })).outcome).toMatchObject({
    reason: "video-restricted",
  });
  expect((await load({ facts })).outcome).toMatchObject({ ok: true });
});

it("goes on after a route that is late or fails", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const late = () =>
    new Promise<RouteAnswer>((_, reject) => setTimeout(() => reject(new Error("aborted")), 80));
  const broken = () => Promise.reject(new Error("broken"));
  expect((await load({ answers: [late, broken, whole] })).outcome).toMatchObject({ ok: true });
  expect((await load({ answers: [late, broken] })).outcome).toMatchObject({ reason: "captions-slow" });
  vi.restoreAllMocks();
});

it("drops an answer after a change of videos", async () => {
  let isCurrent = true;
  const answer = async () => {
    isCurrent = false;
    return whole;
  };
  const { outcome, tried } = await load({ answers: [answer, whole], isCurrent: () => isCurrent });
  expect(outcome).toMatchObject({ ok: false, reason: "captions-stale" });
  expect(tried).toEqual([0]);
});

it("ends when the page is left", async () => {
  const page = new AbortController();
  const answer = async () => {
    page.abort();
    return whole;
  };
  await expect(load({ answers: [answer], left: page.signal })).rejects.toThrow(/abort/i);
});
