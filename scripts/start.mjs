/**
 * `npm start`: installs, builds, and opens a browser with the extension on the page of an episode. The page is a
 * stand-in with a silent recording, or the real one with `--live`. Without a display it prints a sample search and
 * saves pictures.
 */
import { ensureBrowser } from "./browsers.mjs";
import { install, npm } from "./install.mjs";

install();
ensureBrowser("chromium");
if (!npm(["run", "-s", "build"])) process.exit(1);
process.exit(npm(["run", "-s", "open", "--", ...process.argv.slice(2)]) ? 0 : 1);
