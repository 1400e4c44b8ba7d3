import { defineConfig } from "vitest/config";

/** Tests in real browsers, one file after the other: two browsers at once would starve each other. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // What a slow machine needs to show what was asked for.
    expect: { poll: { timeout: 8000 } },
  },
});
