import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { parseMessagesFile, generateChromeMessages } from "@wxt-dev/i18n/build";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ensureBrowser } from "./scripts/browsers.mjs";

const { BROWSER } = process.env;
/** Firefox first: it takes longer. */
const KINDS = BROWSER ? [BROWSER] : ["firefox", "chromium"];

const TIMEOUTS = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 20_000 } },
};

/** All files of one browser after those of the other, so that a worker starts each browser at most once. */
class BrowserSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // The method of the base class is no array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankProject(a) - rankProject(b));
  }
}

const rankProject = ({ project }: TestSpecification): number => KINDS.indexOf(project.name);

/** Tests of the built extension in a real browser. A file may name the one browser that it is for. */
const createExtensionProject = (kind: string): TestProjectConfiguration => ({
  test: {
    name: kind,
    env: { BROWSER: kind },
    include: ["tests/e2e/**/*.test.ts"],
    exclude: ["chromium", "firefox"]
      .filter((other) => other !== kind)
      .map((other) => `tests/e2e/**/*.${other}.test.ts`),
    isolate: false,
    ...TIMEOUTS,
  },
});

/** Tests of components without the extension, in a page of Chromium. */
async function createComponentProject(): Promise<TestProjectConfiguration> {
  const messages = generateChromeMessages(await parseMessagesFile("assets/locales/en.yml"));
  return {
    resolve: { alias: { "#i18n": join(import.meta.dirname, ".wxt/i18n/index.ts") } },
    test: {
      name: "components",
      include: ["tests/components/**/*.browser.test.tsx"],
      setupFiles: "tests/components/browser-setup.ts",
      provide: { messages },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            executablePath: ensureBrowser("chromium"),
            args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
          },
        }),
        instances: [{ browser: "chromium" }],
      },
      ...TIMEOUTS,
    },
  };
}

/**
 * Tests in real browsers, in two workers. The files of a worker share a browser. Time limits are generous: a test must
 * not fail because a machine is busy.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: BrowserSequencer },
    projects: [
      ...KINDS.map(createExtensionProject),
      ...(KINDS.includes("chromium") ? [await createComponentProject()] : []),
    ],
  },
});
