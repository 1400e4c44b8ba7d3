import { describe, expect, it } from "vitest";
import { readPlayerResponse } from "../../../../utils/sources/youtube/player-response.ts";
import { listTrackChoices, selectTrack } from "../../../../utils/sources/youtube/select-track.ts";

const track = (languageCode: string, kind?: "asr") => ({
  languageCode,
  ...(kind && { kind }),
  name: kind ? { runs: [{ text: `${languageCode} (auto-generated)` }] } : { simpleText: languageCode },
});

interface Sample {
  tracks?: unknown[];
  audio?: unknown[];
  formats?: unknown[];
  details?: object;
  playability?: object;
}

const response = ({
  tracks = [],
  audio = [],
  formats = [],
  details = {},
  playability = {},
}: Sample = {}) => ({
  videoDetails: {
    videoId: "aaaaaaaaaaa",
    title: "Foxes",
    author: "Animals",
    lengthSeconds: "900",
    ...details,
  },
  playabilityStatus: { status: "OK", ...playability },
  microformat: { playerMicroformatRenderer: { publishDate: "2026-05-04T10:00:00-07:00" } },
  captions: { playerCaptionsTracklistRenderer: { captionTracks: tracks, audioTracks: audio } },
  streamingData: { adaptiveFormats: formats },
});
const read = (sample: Sample) => readPlayerResponse(response(sample))!;
const chosen = (sample: Sample, language: string | null = null) => {
  const found = selectTrack(read(sample), language);
  return found && `${found.kind} ${found.language}`;
};

describe("the player's data", () => {
  it("tells facts of the video", () => {
    const shortDescription = "About foxes.\n0:00 Intro\n1:00 Food\n2:30 Water";
    expect(readPlayerResponse(response({ details: { shortDescription } }))).toMatchObject({
      id: "aaaaaaaaaaa",
      title: "Foxes",
      channel: "Animals",
      description: shortDescription,
      durationSeconds: 900,
      published: "2026-05-04",
      chapters: [
        [0, "Intro"],
        [60, "Food"],
        [150, "Water"],
      ],
      status: "playable",
    });
  });

  it.each([
    ["live", { details: { isLive: true } }],
    ["live", { playability: { status: "LIVE_STREAM_OFFLINE" } }],
    ["restricted", { playability: { status: "LOGIN_REQUIRED" } }],
    ["unplayable", { playability: { status: "ERROR" } }],
    ["playable", { details: { isLiveContent: true } }],
  ])("tells that a video is %s", (status, sample) => expect(read(sample).status).toBe(status));

  it.each([null, 1, {}, { videoDetails: {} }])("is no video's: %j", (value) =>
    expect(readPlayerResponse(value)).toBeNull(),
  );
});

describe("the captions to read", () => {
  const dubs = {
    tracks: [track("en", "asr"), track("es", "asr"), track("ja", "asr")],
    audio: [{ audioTrackId: "en.3" }, { audioTrackId: "ja.4" }, { audioTrackId: "es.3" }],
  };

  it("are those of the original, never of a dub", () => expect(chosen(dubs)).toBe("automatic ja"));

  it("are found by the tags of the stream's formats", () => {
    const formats = [
      { audioTrack: { id: "en.3" }, xtags: btoa("\n\x10\n\x05acont\x12\x06dubbed") },
      { audioTrack: { id: "ja.0" }, xtags: btoa("\n\x11\n\x05acont\x12\x08original") },
    ];
    expect(chosen({ tracks: dubs.tracks, formats })).toBe("automatic ja");
  });

  it("are not guessed from the automatic captions of several languages", () =>
    expect(chosen({ tracks: dubs.tracks })).toBeNull());

  it("are the only automatic ones", () =>
    expect(chosen({ tracks: [track("de", "asr")] })).toBe("automatic de"));

  it("are written before recognized", () =>
    expect(chosen({ tracks: [track("en", "asr"), track("fr"), track("en-GB")] })).toBe("manual en-GB"));

  it("are those of the exact region before another's", () =>
    expect(chosen({ tracks: [track("pt-PT"), track("pt-BR")], audio: [{ audioTrackId: "pt-BR.4" }] })).toBe(
      "manual pt-BR",
    ));

  it("are in the traditional script where that is spoken", () =>
    expect(
      chosen({ tracks: [track("zh-Hans"), track("zh-Hant")], audio: [{ audioTrackId: "zh-TW.4" }] }),
    ).toBe("manual zh-Hant"));

  it("are those that the reader chose", () => {
    expect(chosen(dubs, "es")).toBe("automatic es");
    expect(chosen({ tracks: [track("en"), track("de")] }, "de-AT")).toBe("manual de");
    expect(chosen(dubs, "fr")).toBe("automatic ja");
  });

  it("are offered without those of dubs, one per language", () => {
    const sample = { tracks: [...dubs.tracks, track("ja"), track("ko")], audio: dubs.audio };
    expect(listTrackChoices(read(sample)).map(({ kind, language }) => `${kind} ${language}`)).toEqual([
      "manual ja",
      "manual ko",
    ]);
  });
});
