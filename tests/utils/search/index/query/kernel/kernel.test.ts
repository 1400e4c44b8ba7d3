import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildKernelModule } from "../../../../../../scripts/kernel.ts";
import { ByteWriter } from "../../../../../../utils/search/index/format/bytes.ts";
import {
  computeChecksum,
  computePlainChecksum,
} from "../../../../../../utils/search/index/format/checksum.ts";
import { PASSAGES_PER_BATCH, getKernel } from "../../../../../../utils/search/index/format/wasm-kernel.ts";
import { WasmScoreAccumulator } from "../../../../../../utils/search/index/query/kernel/wasm-score-accumulator.ts";
import { PlainScoreAccumulator } from "../../../../../../utils/search/index/query/kernel/plain-score-accumulator.ts";
import {
  readPlainPostings,
  readPostings,
  writePostings,
} from "../../../../../../utils/search/index/format/postings-codec.ts";
import type {
  TermContribution,
  ScoreAccumulator,
} from "../../../../../../utils/search/index/query/kernel/score-accumulator.ts";

const KERNEL = join(import.meta.dirname, "../../../../../../utils/search/index/format/kernel-base64.ts");

/** Contributions to passages 0 to 99. */
const rows = fc.array(
  fc.record({
    at: fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 60 }),
    often: fc.integer({ min: 1, max: 300 }),
    weight: fc.double({ min: 0, max: 20, noNaN: true }),
    isSound: fc.boolean(),
    termNumber: fc.integer({ min: 1, max: 4 }),
    requiredTerms: fc.nat({ max: 2 }),
  }),
  { maxLength: 8 },
);

function accumulate(
  accumulator: ScoreAccumulator,
  contributions: readonly TermContribution[],
  from: number,
  to: number,
  minTerms: number,
): object {
  accumulator.begin(from, to);
  const counts = contributions.map((row) => {
    const first = row.postings.docs.findIndex((doc) => doc >= from);
    const end = row.postings.docs.findIndex((doc) => doc >= to);
    return first < 0 ? 0 : accumulator.add(row, first, end < 0 ? row.postings.docs.length : end);
  });
  const { docs, scores, soundOnly } = accumulator.take(minTerms);
  return {
    counts,
    docs: docs.slice(),
    scores: scores.slice(),
    soundOnly: soundOnly.slice(),
  };
}

describe("the kernel", () => {
  it("is translated from its source", async () => {
    expect(readFileSync(KERNEL, "utf8")).toBe(await buildKernelModule());
  });

  it("decodes postings like the plain code, whatever the bytes are", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.nat({ max: 700 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        (bytes, count, all) => {
          expect(readPostings(bytes, { count, passageCount: all })).toEqual(
            readPlainPostings(bytes, { count, passageCount: all }),
          );
        },
      ),
    );
    const ones = new Uint8Array(5000).fill(255);
    expect(readPostings(ones, { count: 3, passageCount: 9 })).toEqual(
      readPlainPostings(ones, { count: 3, passageCount: 9 }),
    );
  });

  it("decodes more postings than fit into one batch", () => {
    const docs = Uint32Array.from({ length: PASSAGES_PER_BATCH * 2 + 300 }, (_, i) => i * 3 + (i % 2));
    const frequencies = docs.map((doc) => 1 + (doc % 5));
    const out = new ByteWriter();
    const passageCount = docs.at(-1)! + 1;
    writePostings(out, { docs, frequencies }, passageCount);
    expect(readPostings(out.toBytes(), { count: docs.length, passageCount })).toEqual({
      docs,
      frequencies,
    });
  });

  it("computes the checksum of the plain code", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 300_000 }), (bytes, more) => {
        const long = new Uint8Array(bytes.length + more).map((_, i) => i * 7);
        long.set(bytes);
        for (const each of [bytes, long]) expect(computeChecksum(each)).toBe(computePlainChecksum(each));
      }),
      { numRuns: 30 },
    );
  });

  it("computes the very scores of the plain code", () => {
    const lengths = Uint8Array.from({ length: 100 }, (_, i) => 5 + ((i * 37) % 200));
    const norms = Float64Array.from({ length: 256 }, (_, n) => 0.36 + n / 131);
    fc.assert(
      fc.property(rows, fc.nat({ max: 99 }), fc.integer({ min: 1, max: 4 }), (all, middle, least) => {
        const asRows = all.map(({ at, often, ...rest }): TermContribution => {
          const docs = Uint32Array.from(at).toSorted();
          return {
            ...rest,
            nextIndex: 0,
            postings: { docs, frequencies: docs.map((doc) => 1 + (doc % often)) },
          };
        });
        const plain = new PlainScoreAccumulator(lengths, norms);
        const quick = new WasmScoreAccumulator(getKernel()!, lengths, norms);
        for (const [from, to] of [
          [0, middle],
          [middle, 100],
        ] as const)
          expect(accumulate(quick, asRows, from, to, least)).toEqual(
            accumulate(plain, asRows, from, to, least),
          );
      }),
    );
  });

  it("skips passages outside of the batch", () => {
    const row: TermContribution = {
      postings: { docs: Uint32Array.of(3, 4_000_000_000, 5), frequencies: Uint32Array.of(1, 1, 1) },
      nextIndex: 0,
      weight: 1,
      isSound: false,
      termNumber: 1,
      requiredTerms: 0,
    };
    const accumulator = new WasmScoreAccumulator(getKernel()!, new Uint8Array(10), new Float64Array(256));
    accumulator.begin(0, 10);
    expect(accumulator.add(row, 0, 3)).toBe(2);
    expect([...accumulator.take(1).docs]).toEqual([3, 5]);
  });
});
