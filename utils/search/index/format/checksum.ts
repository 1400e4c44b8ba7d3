import { getKernel } from "./wasm-kernel.ts";

const FNV_OFFSET_BASIS = 0x81_1c_9d_c5;
/** So many steps of four bytes are handed to the kernel at a time. */
const MAX_STEPS_PER_CALL = 65_536;

/**
 * A checksum of 32 bits (FNV-1a, four bytes a step): enough to tell that bytes are broken, nothing against anybody who
 * wants it so.
 */
export function computeChecksum(bytes: Uint8Array): number {
  const quick = getKernel();
  if (!quick) return computePlainChecksum(bytes);
  const steps = bytes.length >> 2;
  let hash = FNV_OFFSET_BASIS;
  for (let done = 0; done < steps; done += MAX_STEPS_PER_CALL) {
    const now = Math.min(MAX_STEPS_PER_CALL, steps - done);
    quick.getBytes("free", now * 4).set(bytes.subarray(done * 4, (done + now) * 4));
    hash = quick.functions.computeChecksum(now, hash);
  }
  return hashRest(bytes, hash);
}

/** The same without the kernel. */
export function computePlainChecksum(bytes: Uint8Array): number {
  let hash = FNV_OFFSET_BASIS;
  const steps = bytes.length >> 2;
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, steps * 4)).buffer);
  for (let i = 0; i < steps; i++) hash = hashStep(hash, words[i]!);
  return hashRest(bytes, hash);
}

/** Bytes that make no whole step count one by one. */
function hashRest(bytes: Uint8Array, from: number): number {
  let hash = from;
  for (let i = bytes.length & ~3; i < bytes.length; i++) hash = hashStep(hash, bytes[i]!);
  return hash >>> 0;
}

const hashStep = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01_00_01_93);
