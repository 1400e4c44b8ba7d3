import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { cacheBlocks } from "../search/index/read/block-cache.ts";
import type { ReadBytes } from "../search/index/format/bytes.ts";
import { fetchLibraryFile, type LibraryFiles } from "./library-files.ts";

/** So much of a file is read at first, in bytes: a small one is there at once. */
const FIRST_READ_BYTES = 700_000;
/** What is read later is read in blocks, for 64 kB take hardly longer than four. */
const BLOCK_OPTIONS = { blockBytes: 65_536, maxBlocks: 96, maxBlocksPerRead: 16 };

/**
 * A file of the shipped library, to be read by slices. Chromium answers a range with just those bytes, and status 200
 * (156); a browser that answers with the whole file is as welcome.
 */
export async function openSlicedFile(files: LibraryFiles, name: string): Promise<Result<ReadBytes>> {
  const first = await fetchSlice(files, name, 0, FIRST_READ_BYTES);
  if (!first) return toFailure("library-missing");
  // A shorter answer than was asked for is the whole file, and so is a longer one.
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

/** Some bytes of a file; fewer at its end, null where there is no such file. */
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
