import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { formatTime } from "../../utils/transcript/model/clock-time.ts";
import { chapterHeader, chapterRow, EMPTY_ANSWER, panelAnswer, panelRow } from "./panel-answers.ts";
import type { Video } from "./videos.ts";

/** How the stand-in for YouTube answers a request for a transcript. */
type AnswerKind =
  | "whole"
  | "chapters-among-rows"
  | "first-line"
  | "no-captions"
  | "no-rows"
  | "other-video"
  | "other-language"
  | "nothing"
  | "refused"
  | "failed"
  | "fails-once"
  | "broken-connection"
  | "silence";

/** A video that is not in the library, and what it is a trap for. */
export interface Talk extends Video {
  answer: AnswerKind;
  /** Before the answer, in milliseconds. */
  delayMs?: number;
  words?: number;
  /** Languages of its captions; "a." before one that is recognized. None: the player lists no captions. */
  tracks?: readonly string[];
  /** Ids of its audio tracks. */
  audio?: readonly string[];
  status?: "live" | "restricted";
  /** The player answers with the captions of its own. */
  hasPlayerCaptions?: true;
  /** The page has a button for its own transcript, in one of both generations. */
  panel?: "modern" | "legacy";
  description?: string;
}

const talk = (title: string, answer: AnswerKind, more: Partial<Talk> = {}): Talk => ({
  title,
  channel: "Fox Talks",
  seconds: 900,
  answer,
  tracks: ["a.en"],
  ...more,
});

const DESCRIPTION = "A talk about networks, with Diogo Almeida.\n0:00 Intro\n2:00 Modules\n5:00 Outlook";

/** Talks by id. */
export const TALKS: { [id: string]: Talk } = {
  talkwhole_1: talk("Networks as modules", "whole", { description: DESCRIPTION, panel: "modern" }),
  talkrows__1: talk("Chapters among rows", "chapters-among-rows"),
  talkslow__1: talk("A talk of two hours", "whole", { delayMs: 400, words: 20_000, seconds: 7200 }),
  talkalways1: talk("Loaded without a click", "whole"),
  talkdubs__1: talk("A talk with dubs", "whole", {
    tracks: ["a.en", "a.es", "a.ja", "de"],
    audio: ["en.3", "es.3", "ja.4"],
    channel: "Dub Talks",
  }),
  talkplayer1: talk("Only the player has it", "failed", { hasPlayerCaptions: true }),
  talkplayer2: talk("Only the player has it, again", "failed", { hasPlayerCaptions: true }),
  talkmodern2: talk("Only the panel has it, again", "failed", { panel: "modern" }),
  talkmodern1: talk("Only the panel has it", "failed", { panel: "modern" }),
  talklegacy1: talk("Only the older panel has it", "failed", { panel: "legacy" }),
  failnone__1: talk("No captions", "no-captions", { tracks: [] }),
  failnothing: talk("Withheld captions", "nothing"),
  failrefused: talk("Refused requests", "refused", { panel: "modern" }),
  failsilence: talk("No answer in time", "silence"),
  failother_1: talk("Rows of another video", "other-video"),
  failrows__1: talk("No rows", "no-rows", { panel: "modern" }),
  failstart_1: talk("Only the first line", "first-line"),
  failtongue1: talk("Another language", "other-language", { tracks: ["a.ja", "ko"] }),
  faillive__1: talk("Live", "failed", { status: "live", tracks: [] }),
  failmember1: talk("Members only", "no-captions", { status: "restricted", tracks: [] }),
  failonce__1: talk("Fails once", "fails-once", { tracks: [] }),
  failoffline: talk("No connection", "broken-connection"),
};

/** Ids of the videos for whose transcript the stand-in was asked, in order, with the language asked for. */
export const transcriptRequests: { video: string; language: string; hasAuthorization: boolean }[] = [];

const LINES = readFileSync(
  join(import.meta.dirname, "../../assets/library/transcripts/twiml-008.txt"),
  "utf8",
)
  .toLowerCase()
  .split(/\s+/)
  .map((word) => word.replace(/[.,?!]+$/, ""));
const GERMAN = "der fuchs ist klein und das ist nicht der fluss mit dem wir auch heute nicht auf".split(" ");
const JAPANESE = "きょうはちいさいきつねと ひろいかわのはなしをします".split(" ");
const WORDS_PER_ROW = 10;

/** The rows of a talk: seconds and text. */
function listRows({ words = 1500, seconds }: Talk, language: string): (readonly [number, string])[] {
  const source = language === "ja" ? JAPANESE : language === "de" ? GERMAN : LINES;
  const count = Math.ceil(words / WORDS_PER_ROW);
  return Array.from({ length: count }, (_, k) => {
    const at = (k * WORDS_PER_ROW) % (source.length - 1);
    const text = language === "ja" ? source.join("") : source.slice(at, at + WORDS_PER_ROW).join(" ");
    return [Math.floor((k * seconds) / count), text] as const;
  });
}

/** The data of a talk's player, in the shape of YouTube's. */
export function playerResponse(id: string): unknown {
  const { title, channel, seconds, tracks = [], audio = [], status, description = "" } = TALKS[id]!;
  const captionTracks = tracks.map((track) => ({
    baseUrl: `https://www.youtube.com/api/timedtext?v=${id}&exp=xpe`,
    languageCode: track.replace(/^a\./, ""),
    name: { simpleText: track },
    vssId: track.startsWith("a.") ? track : `.${track}`,
    ...(track.startsWith("a.") && { kind: "asr" }),
  }));
  return {
    videoDetails: {
      videoId: id,
      title,
      author: channel,
      lengthSeconds: String(seconds),
      shortDescription: description,
      ...(status === "live" && { isLive: true }),
    },
    playabilityStatus: { status: status === "restricted" ? "LOGIN_REQUIRED" : "OK" },
    microformat: { playerMicroformatRenderer: { publishDate: "2026-05-04T10:00:00-07:00" } },
    ...(captionTracks.length && {
      captions: {
        playerCaptionsTracklistRenderer: {
          captionTracks,
          audioTracks: audio.length ? audio.map((audioTrackId) => ({ audioTrackId })) : [{}],
        },
      },
    }),
  };
}

/** Answers a request for a transcript in YouTube's way. */
export async function answerPanelRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { context, params } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as {
    context: { client: { hl: string } };
    params: string;
  };
  const video = Buffer.from(params, "base64").toString("latin1").slice(5, 16);
  const language = context.client.hl;
  transcriptRequests.push({ video, language, hasAuthorization: "authorization" in request.headers });
  const asked = TALKS[video];
  const { answer, delayMs = 0 } = asked ?? talk("", "no-captions");
  const send = (status: number, body: unknown, headers = {}) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(body === null ? "" : JSON.stringify(body));
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  switch (answer) {
    case "refused":
      send(429, { error: { code: 429 } }, { "retry-after": "600" });
      return;
    case "fails-once":
      if (transcriptRequests.filter((each) => each.video === video).length > 1)
        send(200, createAnswer("whole", video, asked, language));
      else send(400, { error: { code: 400 } });
      return;
    case "failed":
      send(400, { error: { code: 400, status: "FAILED_PRECONDITION" } });
      return;
    case "nothing":
      send(200, null);
      return;
    case "broken-connection":
      response.destroy();
      return;
    case "silence":
      return;
    default:
      send(200, createAnswer(answer, video, asked, language));
  }
}

function createAnswer(answer: AnswerKind, video: string, asked: Talk | undefined, language: string): unknown {
  if (!asked || answer === "no-captions") return EMPTY_ANSWER;
  if (answer === "no-rows") return panelAnswer([{ rows: [] }]);
  const owner = answer === "other-video" ? "zzzzzzzzzzz" : video;
  const spoken = answer === "other-language" ? "en" : language;
  const rows = listRows(asked, spoken).map(([seconds, text]) =>
    panelRow({ video: owner, seconds, timestamp: formatTime(seconds), texts: [text] }),
  );
  if (answer === "first-line") return panelAnswer([{ rows: rows.slice(0, 1) }]);
  if (answer === "chapters-among-rows")
    return panelAnswer([
      {
        rows: [
          chapterRow(video, 0, "Intro"),
          ...rows.slice(0, 30),
          chapterRow(video, 180, "Modules"),
          ...rows.slice(30),
        ],
      },
    ]);
  // One section per chapter, as YouTube answers.
  return panelAnswer([
    { header: chapterHeader("Intro", 0), rows: rows.slice(0, 20) },
    { header: chapterHeader("Modules", 1), rows: rows.slice(20, 50) },
    { header: chapterHeader("Outlook", 2), rows: rows.slice(50) },
  ]);
}

/** Answers the player's own request for captions, with times of single words. */
export function playerCaptions(id: string): string {
  const found = TALKS[id];
  if (!found?.hasPlayerCaptions) return "";
  const events = listRows(found, "en").map(([seconds, text]) => ({
    tStartMs: seconds * 1000,
    dDurationMs: 6000,
    segs: text.split(" ").map((word, k) => ({ utf8: `${k ? " " : ""}${word}`, tOffsetMs: k * 500 })),
  }));
  return JSON.stringify({ wireMagic: "pb3", events });
}

/** The rows of YouTube's own transcript, as its panel shows them; twice, as it does. */
export function panelRowsHtml(id: string): string {
  const { panel } = TALKS[id]!;
  const rows = listRows(TALKS[id]!, "en").map(([seconds, text]) =>
    panel === "legacy"
      ? `<ytd-transcript-segment-renderer><div class="segment" role="button" aria-label="${seconds} seconds ${text}">
          <div class="segment-start-offset"><div class="segment-timestamp"> ${formatTime(seconds)} </div></div>
          <yt-formatted-string class="segment-text">${text}</yt-formatted-string></div></ytd-transcript-segment-renderer>`
      : `<transcript-segment-view-model>
          <div aria-hidden="true" class="ytwTranscriptSegmentViewModelTimestamp">${formatTime(seconds)}</div>
          <div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">${seconds} seconds</div>
          <span class="ytAttributedStringHost" role="text">${text}</span></transcript-segment-view-model>`,
  );
  return rows.join("\n");
}
