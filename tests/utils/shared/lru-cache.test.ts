import { expect, it } from "vitest";
import { LruCache } from "../../../utils/shared/lru-cache.ts";

const createCache = (maxWeight: number) => new LruCache<number>(maxWeight, (value) => value);

it("reads a value once and repeats failed reads", async () => {
  const cache = createCache(10);
  let reads = 0;
  const read = async () => ++reads;
  await expect(cache.get(1, () => Promise.reject(new Error("The disk is gone.")))).rejects.toThrow("gone");
  expect(await cache.get(1, read)).toBe(1);
  expect(await cache.get(1, read)).toBe(1);
});

it("evicts the values that were used least recently", async () => {
  const cache = createCache(10);
  for (const key of [1, 2]) await cache.get(key, async () => 5);
  await cache.get(1, async () => 5);
  await cache.get(3, async () => 5);
  expect(await cache.get(1, async () => 0)).toBe(5);
  expect(await cache.get(2, async () => 0)).toBe(0);
});

it("does not count a value that was evicted while it was read", async () => {
  const cache = createCache(10);
  const { promise, resolve } = Promise.withResolvers<number>();
  const slow = cache.get(1, () => promise);
  await cache.get(2, async () => 11);
  resolve(8);
  await slow;
  await cache.get(3, async () => 8);
  expect(await cache.get(3, async () => 0)).toBe(8);
});
