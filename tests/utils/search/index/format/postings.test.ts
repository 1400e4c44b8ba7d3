import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../../../utils/search/index/format/bytes.ts";
import {
  PASSAGES_PER_BLOCK,
  readPostings,
  writePostings,
} from "../../../../../utils/search/index/format/postings-codec.ts";

/** Postings with small and large gaps and frequencies. */
const postingLists = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 })),
      fc.oneof(fc.constant(0), fc.nat({ max: 90 })),
    ),
    { maxLength: 400, size: "max" },
  )
  .map((steps) => {
    const docs = new Uint32Array(steps.length);
    for (const [i, [more]] of steps.entries()) docs[i] = (i ? docs[i - 1]! + 1 : 0) + more;
    return { docs, frequencies: Uint32Array.from(steps, ([, more]) => 1 + more) };
  });

describe("encoded postings", () => {
  it("decode to what was encoded, from the start and from every block", () => {
    fc.assert(
      fc.property(postingLists, fc.nat({ max: 1_000_000 }), ({ docs, frequencies }, passagesAfter) => {
        const out = new ByteWriter();
        const count = docs.length;
        const passageCount = (docs.at(-1) ?? 0) + 1 + passagesAfter;
        const starts = writePostings(out, { docs, frequencies }, passageCount);
        const bytes = out.toBytes();
        expect(readPostings(bytes, { count, passageCount })).toEqual({ docs, frequencies });
        for (const [block, start] of starts.entries()) {
          const from = block * PASSAGES_PER_BLOCK;
          const part = {
            count,
            passageCount,
            length: count - from,
            previousDoc: from ? docs[from - 1]! : -1,
          };
          expect(readPostings(bytes.subarray(start), part)).toEqual({
            docs: docs.subarray(from),
            frequencies: frequencies.subarray(from),
          });
        }
      }),
    );
  });

  it("decode to the requested number of passages, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat({ max: 300 }), (bytes, count) => {
        expect(readPostings(bytes, { count, passageCount: 1000 }).docs.length).toBe(count);
      }),
    );
    expect(readPostings(new Uint8Array(40).fill(255), { count: 3, passageCount: 1000 }).docs.length).toBe(3);
  });
});
