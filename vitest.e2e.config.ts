import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const { BROWSER } = process.env;
/** Firefox first: it takes longer. */
const KINDS = BROWSER ? [BROWSER] : ["firefox", "chromium"];

/** All files of one browser after those of the other, so that a worker starts each browser at most once. */
class BrowserSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // The method of the base class is no array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    return KINDS.flatMap((kind) => sorted.filter(({ project }) => project.name === kind));
  }
}

/**
 * Tests in real browsers, in two workers. The files of a worker share a browser. Time limits are generous: a test must
 * not fail because a machine is busy.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: BrowserSequencer },
    projects: KINDS.map((kind) => ({
      test: {
        name: kind,
        env: { BROWSER: kind },
        include: ["tests/e2e/**/*.test.ts"],
        exclude: kind === "chromium" ? [] : ["tests/e2e/**/*.chromium.test.ts"],
        isolate: false,
        testTimeout: 180_000,
        hookTimeout: 180_000,
        expect: { poll: { timeout: 20_000 } },
      },
    })),
  },
});
