import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "**/*.browser.test.tsx", "node_modules/**"],
    globalSetup: "tests/run-folder.ts",
    // Some tests read all transcripts, and a busy machine must not make one fail.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
