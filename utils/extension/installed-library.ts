import { createShippedLibrary } from "../library/shipped-library.ts";
import { installedFiles } from "./installed-files.ts";

/** The library in the extension's package. */
export const installedLibrary = createShippedLibrary(installedFiles);
