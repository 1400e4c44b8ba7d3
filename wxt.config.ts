import { defineConfig } from "wxt";
import { PAGE_MATCHES } from "./utils/sites/hosts.ts";

/** Room for the whole package without the library, in bytes; what the build prints is held against it. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ["@wxt-dev/webextension-polyfill"],
  manifest: ({ browser }) => ({
    name: "Earmark",
    description: "Reads, finds and quotes what was said in podcasts and talks.",
    permissions: ["storage", "activeTab", "scripting", "contextMenus", "clipboardWrite"],
    web_accessible_resources: [
      {
        resources: ["panel.js"],
        matches: PAGE_MATCHES.map((match) => match.replace(/\/[^/]+\/.*$/, "$&")),
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
