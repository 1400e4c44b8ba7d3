import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "wxt";
import { checkSizes } from "./scripts/sizes.ts";
import { createNoticesCollector } from "./scripts/third-party-notices.ts";
import { createLeanScriptPlugin } from "./scripts/vite-plugins/lean-script-plugin.ts";
import { createPolyfillPlugin } from "./scripts/vite-plugins/polyfill-plugin.ts";
import { buildLibrary } from "./utils/library/build/build-library.ts";
import { PAGE_MATCHES } from "./utils/sites/sites.ts";

/**
 * Web-accessible resources match by origin only, so the patterns' paths are cut
 * (https://developer.chrome.com/docs/extensions/reference/manifest/web-accessible-resources).
 */
const HOSTS = [...new Set(PAGE_MATCHES.map((match) => `${new URL(match.replace("*", "")).origin}/*`))];

const notices = createNoticesCollector();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [createPolyfillPlugin(), createLeanScriptPlugin(), notices.createPlugin()],
    worker: { plugins: () => [notices.createPlugin()] },
  }),
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  i18n: { localesDir: fileURLToPath(new URL("assets/locales", import.meta.url)) },
  hooks: {
    "build:publicAssets"(wxt, files) {
      // WXT re-encodes contents handed over as text; files are copied byte by byte.
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
    // None of these shows a warning at installation. activeTab and scripting let a click on the icon start Earmark in a
    // tab that was open before. unlimitedStorage keeps the browser from evicting saved quotes when the disk is full
    // (https://developer.chrome.com/docs/extensions/reference/permissions-list).
    permissions: ["storage", "unlimitedStorage", "activeTab", "scripting", "clipboardWrite", "contextMenus"],
    // Search runs a WebAssembly kernel from the package. Nothing is compiled that comes from elsewhere.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    content_scripts: [{ matches: [...PAGE_MATCHES], js: ["episode.js"], all_frames: true }],
    omnibox: { keyword: "em" },
    commands: {
      "open-panel": { suggested_key: { default: "Alt+Shift+E" }, description: "__MSG_command_open__" },
      "copy-sentence": { suggested_key: { default: "Alt+Shift+Q" }, description: "__MSG_command_copy__" },
    },
    web_accessible_resources: [
      {
        resources: ["panel.js", "player.js", "library/*"],
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
