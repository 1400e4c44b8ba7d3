import { browser } from "wxt/browser";
import type { LibraryFiles } from "../library/library-files.ts";

/** The library's files in the extension's package. */
export const installedFiles: LibraryFiles = {
  getUrl: (name) => browser.runtime.getURL(`/library/${name}` as "/"),
  getVersion: () => browser.runtime.getManifest().version,
};
