import { getEntry, type BuildConfig } from "./get-entry.ts";

/**
 * Starts the content script without WXT's wrapper, which only logs errors, and has V8 compile it as a whole.
 *
 * V8 compiles functions when they are first called, after parsing them once before. The magic comment saves that
 * second pass, about 0.5 of 3 ms (https://v8.dev/blog/explicit-compile-hints, Chromium from 136).
 */
export function createLeanScriptPlugin() {
  let isContentScript = false;
  return {
    name: "lean-script",
    enforce: "post" as const,
    configResolved(config: BuildConfig) {
      isContentScript = getEntry(config).includes("entrypoints/episode/");
    },
    transform(code: string, id: string) {
      if (!isContentScript || !id.includes("unlisted-script-entrypoint")) return null;
      const [importLine] = /^import definition from .*$/m.exec(code) ?? [];
      if (!importLine) throw new Error("WXT's wrapper of unlisted scripts has changed; adapt this plugin.");
      return `${importLine}\ndefinition.main();\nexport default null;`;
    },
    generateBundle(_: unknown, bundle: { [file: string]: { type: string; code?: string } }) {
      if (!isContentScript) return;
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk") chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  };
}
