import { describe, expect, it } from "vitest";
import { coalesceReads } from "../../../../../utils/search/index/read/coalesce-reads.ts";

const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);

/** Reads some of the bytes, and what was read of them. */
function counted() {
  const slices: [from: number, to: number][] = [];
  const read = coalesceReads(async (from, to) => {
    slices.push([from, to]);
    return bytes.subarray(from, to);
  }, 10);
  return { slices, read };
}

describe("reading what is asked for in one breath", () => {
  it("takes one read where it lies near each other, in whatever order, and gives everyone their own", async () => {
    const { slices, read } = counted();
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

  it("does not wait for what is asked for later", async () => {
    const { slices, read } = counted();
    await read(0, 5);
    await read(6, 7);
    expect(slices).toEqual([
      [0, 5],
      [6, 7],
    ]);
  });

  it("fails for all who asked, and for nobody after them", async () => {
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
