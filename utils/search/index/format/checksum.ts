import { getKernel } from "./wasm-kernel.ts";

/** Constants of 32-bit FNV-1a: https://datatracker.ietf.org/doc/html/rfc9923 */
const FNV_OFFSET_BASIS = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;
/** Words of four bytes that are copied to the kernel at a time. */
const WORDS_PER_CALL = 65_536;

/**
 * Computes a 32-bit checksum: FNV-1a, but over little-endian words of four bytes, the last bytes one by one. It detects
 * damage, not tampering.
 */
export function computeChecksum(bytes: Uint8Array): number {
  const kernel = getKernel();
  if (!kernel) return computePlainChecksum(bytes);
  const wordCount = bytes.length >> 2;
  let hash = FNV_OFFSET_BASIS;
  for (let start = 0; start < wordCount; start += WORDS_PER_CALL) {
    const count = Math.min(WORDS_PER_CALL, wordCount - start);
    kernel.getBytes("scratch", count * 4).set(bytes.subarray(start * 4, (start + count) * 4));
    hash = kernel.functions.computeChecksum(count, hash);
  }
  return hashLastBytes(bytes, hash);
}

/** Computes the checksum without the kernel. Exported for the test that compares both. */
export function computePlainChecksum(bytes: Uint8Array): number {
  let hash = FNV_OFFSET_BASIS;
  const wordCount = bytes.length >> 2;
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, wordCount * 4)).buffer);
  for (let i = 0; i < wordCount; i++) hash = addToHash(hash, words[i]!);
  return hashLastBytes(bytes, hash);
}

function hashLastBytes(bytes: Uint8Array, wordsHash: number): number {
  let hash = wordsHash;
  for (let i = bytes.length & ~3; i < bytes.length; i++) hash = addToHash(hash, bytes[i]!);
  return hash >>> 0;
}

const addToHash = (hash: number, value: number): number => Math.imul(hash ^ value, FNV_PRIME);
