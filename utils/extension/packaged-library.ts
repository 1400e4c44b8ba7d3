import { createShippedLibrary } from "../library/shipped-library.ts";
import { installedFiles } from "./installed-files.ts";

/** The episodes in the extension's package. A file of its own, for pages that need no others. */
export const shippedLibrary = createShippedLibrary(installedFiles);
