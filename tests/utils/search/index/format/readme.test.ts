import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Passage } from "../../../../../utils/search/text/passages.ts";
import {
  PREAMBLE_BYTES,
  readPreamble,
  SEGMENT_VERSION,
} from "../../../../../utils/search/index/format/preamble.ts";
import { packSegment } from "../../../../../utils/search/index/write/pack-segment.ts";

const README = readFileSync(
  join(import.meta.dirname, "../../../../../utils/search/index/format/README.md"),
  "utf8",
);

const createPassage = (index: number, text: string): Passage => ({
  id: `t:${index}`,
  episode: "t",
  paragraphs: [index, index],
  text,
  starts: [0],
  speakers: [null],
  times: [],
  timing: "none",
});

/** The bytes of the example: everything before the explanation on each line. */
function readExampleBytes(): number[] {
  const block = /<!-- example -->\n+```\n([\s\S]*?)```/.exec(README)![1]!;
  const bytes = block.split("\n").map((line) => line.split(";")[0]!);
  return (bytes.join(" ").match(/[0-9a-f]{2}/g) ?? []).map((byte) => parseInt(byte, 16));
}

it("describes the current version of the index format", () => {
  expect(README).toContain(`# Index format, version ${SEGMENT_VERSION}`);
});

it("shows an example that the code writes byte for byte", () => {
  const bytes = packSegment([createPassage(0, "deep nets, deep talk"), createPassage(1, "the nets")]);
  const { head, sounds, postings, positions } = readPreamble(bytes)!;
  const textsStart = PREAMBLE_BYTES + head + sounds + postings + positions;
  expect(readExampleBytes()).toEqual([...bytes.subarray(0, textsStart)]);
});
