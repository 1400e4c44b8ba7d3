import { done, failed, type Result } from "../result.ts";
import type { ReadBytes } from "../search/segment/segment.ts";
import { responseOf } from "./files.ts";

/** So much of a file is read at first, in bytes: a small one is there at once. */
const FIRST = 1_000_000;

/**
 * A file of the shipped library, to be read by slices. Chromium answers a range with just those bytes, and status 200
 * (156); a browser that answers with the whole file is as welcome.
 */
export async function fileSlices(name: string): Promise<Result<ReadBytes>> {
  const first = await sliceOf(name, 0, FIRST);
  if (!first) return failed("library-missing");
  /** All of the file, once it is known; a shorter answer than was asked for is the whole. */
  let whole = first.length === FIRST ? null : first;
  return done(async (from, to) => {
    if (whole) return whole.subarray(from, to);
    if (to <= FIRST) return first.subarray(from, to);
    const slice = (await sliceOf(name, from, to)) ?? new Uint8Array();
    if (slice.length <= to - from) return slice;
    whole = slice;
    return whole.subarray(from, to);
  });
}

async function sliceOf(name: string, from: number, to: number): Promise<Uint8Array | null> {
  if (from >= to) return new Uint8Array();
  const response = await responseOf(name, { headers: { Range: `bytes=${from}-${to - 1}` } });
  return response && new Uint8Array(await response.arrayBuffer());
}
