import { kernel } from "./kernel.ts";

const START = 0x81_1c_9d_c5;
/** So many steps of four bytes are handed to the kernel at a time. */
const STEPS = 65_536;

/**
 * A checksum of 32 bits (FNV-1a, four bytes a step): enough to tell that bytes are broken, nothing against anybody who
 * wants it so.
 */
export function checksum(bytes: Uint8Array): number {
  const quick = kernel();
  if (!quick) return checksumPlainly(bytes);
  const steps = bytes.length >> 2;
  let hash = START;
  for (let done = 0; done < steps; done += STEPS) {
    const now = Math.min(STEPS, steps - done);
    quick.bytes("free", now * 4).set(bytes.subarray(done * 4, (done + now) * 4));
    hash = quick.run.checksum(now, hash);
  }
  return rest(bytes, hash);
}

/** The same without the kernel. */
export function checksumPlainly(bytes: Uint8Array): number {
  let hash = START;
  const steps = bytes.length >> 2;
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, steps * 4)).buffer);
  for (let i = 0; i < steps; i++) hash = step(hash, words[i]!);
  return rest(bytes, hash);
}

/** Bytes that make no whole step count one by one. */
function rest(bytes: Uint8Array, from: number): number {
  let hash = from;
  for (let i = bytes.length & ~3; i < bytes.length; i++) hash = step(hash, bytes[i]!);
  return hash >>> 0;
}

const step = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01_00_01_93);
