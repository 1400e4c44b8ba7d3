import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../../../utils/search/index/format/bytes.ts";
import {
  PASSAGES_PER_BLOCK,
  readPostings,
  writePostings,
} from "../../../../../utils/search/index/format/postings-codec.ts";

/** Passages, near and far, in which a word stands once or very often. */
const rows = fc
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
    return { docs, times: Uint32Array.from(steps, ([, more]) => 1 + more) };
  });

describe("passages as bits", () => {
  it("are read as they were written, from the beginning and from every block on", () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 1_000_000 }), ({ docs, times }, behind) => {
        const out = new ByteWriter();
        const count = docs.length;
        const all = (docs.at(-1) ?? 0) + 1 + behind;
        const starts = writePostings(out, { docs, frequencies: times }, all);
        const bytes = out.toBytes();
        expect(readPostings(bytes, { count, passageCount: all })).toEqual({ docs, frequencies: times });
        for (const [block, start] of starts.entries()) {
          const from = block * PASSAGES_PER_BLOCK;
          const part = {
            count,
            passageCount: all,
            length: count - from,
            previousDoc: from ? docs[from - 1]! : -1,
          };
          expect(readPostings(bytes.subarray(start), part)).toEqual({
            docs: docs.subarray(from),
            frequencies: times.subarray(from),
          });
        }
      }),
    );
  });

  it("are something, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat({ max: 300 }), (bytes, count) => {
        expect(readPostings(bytes, { count, passageCount: 1000 }).docs.length).toBe(count);
      }),
    );
    expect(readPostings(new Uint8Array(40).fill(255), { count: 3, passageCount: 1000 }).docs.length).toBe(3);
  });
});
