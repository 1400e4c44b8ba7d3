import { describe, expect, it } from "vitest";
import { coalesceReads } from "../../../../../utils/search/index/read/coalesce-reads.ts";

const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);

/** Creates a reader and the list of slices that it reads. */
function createRecordingReader() {
  const slices: [from: number, to: number][] = [];
  const read = coalesceReads(async (from, to) => {
    slices.push([from, to]);
    return bytes.subarray(from, to);
  }, 10);
  return { slices, read };
}

describe("coalesced reads", () => {
  it("read neighbouring ranges at once and give each caller its own bytes", async () => {
    const { slices, read } = createRecordingReader();
    const all = await Promise.all([read(30, 35), read(0, 5), read(12, 40), read(100, 104), read(5, 5)]);
    expect(slices).toEqual([
      [0, 40],
      [100, 104],
    ]);
    expect(all.map((one) => [...one])).toEqual(
      [
        [30, 35],
        [0, 5],
        [12, 40],
        [100, 104],
        [5, 5],
      ].map(([from, to]) => [...bytes.subarray(from, to)]),
    );
  });

  it("do not wait for later requests", async () => {
    const { slices, read } = createRecordingReader();
    await read(0, 5);
    await read(6, 7);
    expect(slices).toEqual([
      [0, 5],
      [6, 7],
    ]);
  });

  it("fail for every caller of a group, but not for later ones", async () => {
    let isBroken = true;
    const read = coalesceReads(async (from, to) => {
      if (isBroken) throw new Error("The disk is gone.");
      return bytes.subarray(from, to);
    });
    const all = await Promise.allSettled([read(0, 5), read(5, 10)]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isBroken = false;
    expect([...(await read(0, 2))]).toEqual([0, 1]);
  });
});
