import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "wxt";
import { checkSizes } from "./scripts/sizes.ts";
import { createNoticesCollector } from "./scripts/third-party-notices.ts";
import { buildLibrary } from "./utils/library/build-library.ts";
import { PAGE_MATCHES } from "./utils/sites/sites.ts";

/** A file can be made reachable for whole hosts only. */
const HOSTS = [...new Set(PAGE_MATCHES.map((match) => `${new URL(match.replace("*", "")).origin}/*`))];

/** What a part of the build starts from, as far as it has a build of its own. */
const entryOf = ({ build }: { build: { lib?: unknown } }): string => JSON.stringify(build.lib ?? "");

/**
 * Makes the polyfill a module of its own. Bundlers copy every property of what a CommonJS module exports, and touching
 * them all makes Chromium set up every interface of an extension on every page (some 2 ms, seen in 156).
 */
function polyfillAsModule() {
  let entry = "";
  return {
    name: "polyfill-as-module",
    configResolved(config: Parameters<typeof entryOf>[0]) {
      entry = entryOf(config);
    },
    transform(code: string, id: string) {
      if (!id.endsWith("webextension-polyfill/dist/browser-polyfill.js")) return null;
      // The panel's script runs in the content script's scope, which has the polyfill already.
      if (entry.includes("entrypoints/panel/")) return "export default globalThis.earmarkBrowser;";
      // What is used on pages both browsers have as promises (Chromium from 99); the polyfill takes 2 ms to start.
      if (entry.includes("entrypoints/episode/"))
        return "export default globalThis.browser ?? globalThis.chrome;";
      return `const module = { exports: {} }, exports = module.exports;\n${code}\nexport default module.exports;`;
    },
  };
}

/**
 * What runs on every page starts without WXT's wrapper, whose messages nobody sees in a build, and is compiled in one
 * go: V8 would put each function off, go through it all the same, and compile it a moment later (some 0.5 ms of 3, seen
 * in Chromium 156, which knows the comment from 136).
 */
function leanScript() {
  let isEpisode = false;
  return {
    name: "lean-script",
    enforce: "post" as const,
    configResolved(config: Parameters<typeof entryOf>[0]) {
      isEpisode = entryOf(config).includes("entrypoints/episode/");
    },
    transform(code: string, id: string) {
      if (!isEpisode || !id.includes("unlisted-script-entrypoint")) return null;
      const [start] = /^import definition from .*$/m.exec(code) ?? [];
      if (!start) throw new Error("WXT starts a script in another way than it did.");
      return `${start}\ndefinition.main();\nexport default null;`;
    },
    generateBundle(_: unknown, bundle: { [file: string]: { type: string; code?: string } }) {
      if (!isEpisode) return;
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk") chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  };
}

const notices = createNoticesCollector();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [polyfillAsModule(), leanScript(), notices.createPlugin()],
    worker: { plugins: () => [notices.createPlugin()] },
  }),
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  i18n: { localesDir: fileURLToPath(new URL("assets/locales", import.meta.url)) },
  hooks: {
    "build:publicAssets"(wxt, files) {
      // Only files that exist are copied byte by byte.
      const folder = join(wxt.config.wxtDir, "library");
      mkdirSync(folder, { recursive: true });
      for (const { name, contents } of buildLibrary(`${wxt.config.root}/assets/library`)) {
        writeFileSync(join(folder, name), contents);
        files.push({ relativeDest: `library/${name}`, absoluteSrc: join(folder, name) });
      }
    },
    "build:done"(wxt) {
      if (wxt.config.command !== "build") return;
      notices.writeNotices(wxt.config.outDir);
      checkSizes(wxt.config.outDir);
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "en",
    // activeTab and scripting warn of nothing: they let one click on the icon start Earmark in a tab opened before it.
    // unlimitedStorage keeps the browser from throwing saved quotes away when the disk gets full; it warns of nothing, too.
    permissions: ["storage", "unlimitedStorage", "activeTab", "scripting", "clipboardWrite", "contextMenus"],
    // Search has a small part in WebAssembly, which lies in the package; nothing is made code of that comes from elsewhere.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    content_scripts: [{ matches: [...PAGE_MATCHES], js: ["episode.js"], all_frames: true }],
    omnibox: { keyword: "em" },
    commands: {
      "open-panel": { suggested_key: { default: "Alt+Shift+E" }, description: "__MSG_command_open__" },
      "copy-sentence": { suggested_key: { default: "Alt+Shift+Q" }, description: "__MSG_command_copy__" },
    },
    web_accessible_resources: [
      {
        resources: ["panel.js", "library/*"],
        matches: HOSTS,
        ...(browser !== "firefox" && { use_dynamic_url: true }),
      },
    ],
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "{6f3a1c52-7d0e-4b1f-9a54-2c1d8e40b7aa}",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["none"] },
        },
      },
    }),
  }),
});
