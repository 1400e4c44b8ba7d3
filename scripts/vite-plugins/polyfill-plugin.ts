import { getEntry, type BuildConfig } from "./get-entry.ts";

/**
 * Turns webextension-polyfill into an ES module, or leaves it out where a script needs none of it.
 *
 * Bundlers copy every property that a CommonJS module exports. Reading them makes Chromium create every extension
 * interface on every page, which takes about 2 ms (measured in 156, 2026-11).
 */
export function createPolyfillPlugin() {
  let entry = "";
  return {
    name: "polyfill-as-module",
    configResolved(config: BuildConfig) {
      entry = getEntry(config);
    },
    transform(code: string, id: string) {
      if (!id.endsWith("webextension-polyfill/dist/browser-polyfill.js")) return null;
      // The panel's script runs in the content script's scope, which has the interfaces already.
      if (entry.includes("entrypoints/panel/")) return "export default globalThis.earmarkBrowser;";
      // The page's own world has no extension interfaces.
      if (entry.includes("entrypoints/player/")) return "export default undefined;";
      // The content script calls only what both browsers offer with promises (Chromium from 99). The polyfill takes 2 ms.
      if (entry.includes("entrypoints/episode/"))
        return "export default globalThis.browser ?? globalThis.chrome;";
      return `const module = { exports: {} }, exports = module.exports;\n${code}\nexport default module.exports;`;
    },
  };
}
