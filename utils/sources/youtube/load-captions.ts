import type { CaptionsFailure } from "../../shared/result.ts";
import type { Cue } from "../../transcript/model/transcript.ts";
import type { CaptionsRequest, CaptionsRoute, RouteAnswer, RouteName } from "./captions-route.ts";
import { matchesLanguage } from "./detect-language.ts";
import { selectTrack } from "./select-track.ts";
import type { CaptionTrack, PlayerFacts, VideoFacts } from "./video-facts.ts";

/** The captions of a video, and what is known about it. */
export interface AcquiredCaptions {
  cues: Cue[];
  facts: VideoFacts;
  track: { language: string; kind: CaptionTrack["kind"] | null };
  route: RouteName;
}

/** What came of loading the captions of a video. */
export type CaptionsOutcome =
  | { ok: true; captions: AcquiredCaptions }
  | {
      ok: false;
      reason: CaptionsFailure;
      /** When to try again, in milliseconds since 1970; null where that is open. */
      retryAt: number | null;
    };

/** What loading captions needs from the page. */
export interface CaptionsPorts {
  /** What the player says about the video; null where it says nothing, or speaks of another video. */
  readFacts: (video: string, signal: AbortSignal) => Promise<PlayerFacts | null>;
  /** What the page shows of the video, where the player says nothing. */
  readPageFacts: (video: string) => VideoFacts;
  /** In the order in which they are tried. */
  routes: readonly CaptionsRoute[];
  /** Whether the page still shows the video. */
  isCurrent: (video: string) => boolean;
  /** Told what the player says, and in which language captions are asked for, before the captions are there. */
  onFacts?: (facts: PlayerFacts, language: string) => void;
}

/** Which captions a reader wants. */
export interface CaptionsChoice {
  video: string;
  /** BCP 47 tag of the language chosen for the channel; null without a choice. */
  findChosenLanguage: (channel: string) => string | null;
  /** BCP 47 tag of the page's interface. */
  pageLanguage: string;
}

/** A reader waits no longer than this for a text or a sentence. */
const TOTAL_TIMEOUT_MS = 7500;
const FACTS_TIMEOUT_MS = 1200;
/** Captions that end before this share of a video are a part of them. */
const MIN_COVERED_SHARE = 0.1;
/** Shorter videos can be silent for the most part. */
const MIN_CHECKED_SECONDS = 120;

/** Reasons that say more than others, whatever route they come from. */
const TELLING_REASONS: readonly CaptionsFailure[] = [
  "captions-refused",
  "offline",
  "captions-language",
  "captions-incomplete",
];

/**
 * Loads the captions of the page's video by the first route that has them. An answer counts if the page still shows
 * the video, the language is the one asked for, and it covers more than the beginning.
 *
 * @param left Aborts when the page is left.
 */
export async function loadCaptions(
  choice: CaptionsChoice,
  ports: CaptionsPorts,
  left: AbortSignal,
): Promise<CaptionsOutcome> {
  const { video } = choice;
  const timeUp = AbortSignal.timeout(TOTAL_TIMEOUT_MS);
  const facts = await withTimeout(FACTS_TIMEOUT_MS, [left], (signal) => ports.readFacts(video, signal));
  left.throwIfAborted();
  if (facts?.status === "live") return toOutcome("video-live");
  const chosen = facts ? choice.findChosenLanguage(facts.channel) : null;
  const track = facts && selectTrack(facts, chosen);
  const language = track?.language ?? facts?.spokenLanguage ?? choice.pageLanguage;
  if (facts) ports.onFacts?.(facts, language);
  const failures: Exclude<RouteAnswer, { ok: true }>[] = [];
  for (const route of ports.routes) {
    if (!ports.isCurrent(video)) return toOutcome("captions-stale");
    const answer = await readRoute(route, { video, track, language }, [left, timeUp]);
    left.throwIfAborted();
    if (!ports.isCurrent(video)) return toOutcome("captions-stale");
    const checked = checkAnswer(answer, track, facts);
    if (checked.ok) {
      const known = facts ?? ports.readPageFacts(video);
      const chapters = checked.chapters.length ? checked.chapters : known.chapters;
      const captions = {
        cues: checked.cues,
        facts: { ...toVideoFacts(known), chapters },
        track: { language, kind: track?.kind ?? null },
        route: route.name,
      };
      return { ok: true, captions };
    }
    failures.push(checked);
    if (isFinal(checked.reason, facts)) break;
  }
  return summarizeFailures(failures, facts);
}

const toVideoFacts = ({ id, title, channel, description, durationSeconds, published }: VideoFacts) => ({
  id,
  title,
  channel,
  description,
  durationSeconds,
  published,
});

const toOutcome = (reason: CaptionsFailure, retryAt: number | null = null): CaptionsOutcome => ({
  ok: false,
  reason,
  retryAt,
});

/** Runs something with a limit of time; null where it takes longer. */
async function withTimeout<T>(
  ms: number,
  signals: readonly AbortSignal[],
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const signal = AbortSignal.any([...signals, AbortSignal.timeout(ms)]);
  try {
    return await run(signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function readRoute(
  { read, timeoutMs }: CaptionsRoute,
  request: Omit<CaptionsRequest, "signal">,
  signals: readonly AbortSignal[],
): Promise<RouteAnswer> {
  const late: RouteAnswer = { ok: false, reason: "captions-slow" };
  try {
    return (await withTimeout(timeoutMs, signals, (signal) => read({ ...request, signal }))) ?? late;
  } catch (error) {
    console.warn("Earmark could not read the captions:", error);
    return { ok: false, reason: "youtube-changed" };
  }
}

function checkAnswer(
  answer: RouteAnswer,
  track: CaptionTrack | null,
  facts: PlayerFacts | null,
): RouteAnswer {
  if (!answer.ok) return answer;
  const expected = track?.language ?? facts?.spokenLanguage;
  const text = answer.cues.map((cue) => cue.text).join(" ");
  if (expected && !matchesLanguage(text, expected)) return { ok: false, reason: "captions-language" };
  const last = answer.cues.at(-1)?.start ?? null;
  const length = facts?.durationSeconds ?? null;
  const isPart =
    last !== null && length !== null && length >= MIN_CHECKED_SECONDS && last < length * MIN_COVERED_SHARE;
  return isPart ? { ok: false, reason: "captions-incomplete" } : answer;
}

/** Whether other routes would only repeat a failure: YouTube asked to wait, or neither it nor the player has captions. */
const isFinal = (reason: CaptionsFailure, facts: PlayerFacts | null): boolean =>
  reason === "captions-refused" ||
  reason === "offline" ||
  (reason === "captions-none" && (facts === null || facts.tracks.length === 0));

function summarizeFailures(
  failures: readonly Exclude<RouteAnswer, { ok: true }>[],
  facts: PlayerFacts | null,
): CaptionsOutcome {
  if (facts?.status === "restricted") return toOutcome("video-restricted");
  // Captions that the player lists are not "none", whatever the other routes say.
  const known = failures.map((failure) =>
    failure.reason === "captions-none" && facts?.tracks.length
      ? { ...failure, reason: "captions-withheld" as const }
      : failure,
  );
  const reasons = known.map((failure) => failure.reason);
  const reason =
    TELLING_REASONS.find((each) => reasons.includes(each)) ??
    reasons.find((each) => each !== "youtube-changed");
  const retryAt = known.find((failure) => failure.retryAt !== undefined)?.retryAt ?? null;
  return toOutcome(reason ?? "youtube-changed", retryAt);
}
