import { assert, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { packEpisodeText, unpackEpisodeText } from "../../../utils/store/episode-texts.ts";
import { readColumns, writeColumns } from "../../../utils/store/json-columns.ts";
import type { Transcript } from "../../../utils/transcript/model/transcript.ts";

const TRANSCRIPT: Transcript = {
  episode: "youtube:aaaaaaaaaaa",
  timing: "exact",
  language: "en",
  paragraphs: [
    { speaker: null, text: "Two\nlines.", times: [[0, 1.5]], changes: [] },
    { speaker: "A", text: "[Music] and more.", times: [[0, 1.5], [8, 0.1234]], changes: [] }, // prettier-ignore
  ],
};

describe("columns of JSON", () => {
  it("give back any JSON value", () => {
    assert(
      property(jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.stringify(readColumns(writeColumns(plain)))).toBe(JSON.stringify(plain));
      }),
      { numRuns: 500 },
    );
  });

  it("give back long texts that are mixed", () => {
    const [a, b] = ["a".repeat(5001), "bc".repeat(7000)];
    expect(readColumns(writeColumns({ a, b, c: ["x", "y"] }))).toEqual({ a, b, c: ["x", "y"] });
  });
});

describe("the stored texts of an episode", () => {
  it.each([
    ["JSON", JSON.stringify({ cues: [{ text: "two lines", start: 1.5, end: null }] })],
    ["JSON with spaces", '{ "cues": [] }'],
    ["a text", "0:00\nTwo lines."],
    ["a text like JSON", "[Music]"],
    ["nothing", ""],
  ])("come back as they were, with a source of %s", async (_, source) => {
    const packed = await packEpisodeText({ source, transcript: TRANSCRIPT });
    expect(await unpackEpisodeText(packed)).toEqual({ source, transcript: TRANSCRIPT });
  });

  it("are not read when they are damaged", async () => {
    const packed = await packEpisodeText({ source: "a", transcript: TRANSCRIPT });
    await expect(unpackEpisodeText(packed.slice(0, -12))).rejects.toThrow();
  });
});
