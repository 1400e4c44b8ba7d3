import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { cacheBlocks } from "../search/index/read/block-cache.ts";
import type { ReadBytes } from "../search/index/format/bytes.ts";
import { fetchLibraryFile, type LibraryFiles } from "./library-files.ts";

/** Bytes of the first read, which gets a small file at once. */
const FIRST_READ_BYTES = 700_000;
/** Later reads fetch whole blocks: 64 kB take hardly longer than 4 kB. */
const BLOCK_OPTIONS = { blockBytes: 65_536, maxBlocks: 96, maxBlocksPerRead: 16 };

/**
 * Opens a file of the shipped library for reading by ranges. For extension files Chromium 156 answers a range with those
 * bytes and status 200; a browser may also answer with the whole file.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Range_requests
 */
export async function openSlicedFile(files: LibraryFiles, name: string): Promise<Result<ReadBytes>> {
  const first = await fetchSlice(files, name, 0, FIRST_READ_BYTES);
  if (!first) return toFailure("library-missing");
  // An answer of any other length is the whole file.
  if (first.length !== FIRST_READ_BYTES) return toSuccess(async (from, to) => first.subarray(from, to));
  const blocks = cacheBlocks(
    async (from, to) => toBytes(await fetchSlice(files, name, from, to)),
    BLOCK_OPTIONS,
  );
  return toSuccess(async (from, to) =>
    to <= FIRST_READ_BYTES ? first.subarray(from, to) : blocks(from, to),
  );
}

const toBytes = (bytes: Uint8Array | null): Uint8Array => bytes ?? new Uint8Array();

/** Fetches bytes of a file: fewer at its end, null where it does not exist. */
async function fetchSlice(
  files: LibraryFiles,
  name: string,
  from: number,
  to: number,
): Promise<Uint8Array | null> {
  const response = await fetchLibraryFile(files, name, { headers: { Range: `bytes=${from}-${to - 1}` } });
  if (!response) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return from > 0 && bytes.length > to - from ? bytes.subarray(from, to) : bytes;
}
