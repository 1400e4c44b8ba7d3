/** Part of `npm start`: opens Chromium with the built extension on the page of an episode. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { start } from "../tests/e2e/browsers.ts";
import { startPages } from "../tests/pages/server.ts";
import { takePictures } from "./take-pictures.ts";

const EPISODE_URL = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const SAMPLE_QUERY = "notation as a tool for thought";

const isLive = process.argv.includes("--live");
const hasDisplay =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const root = join(import.meta.dirname, "..");

if (hasDisplay) await openWindow();
else await printSample();

/** Shows a window until it is closed. */
async function openWindow(): Promise<void> {
  const pages = isLive ? null : await startPages();
  const session = await start("chromium", { port: pages?.port, headless: false });
  await session.open(EPISODE_URL);
  console.log(
    `Earmark runs in Chromium on ${isLive ? "" : "a stand-in for "}${EPISODE_URL}. Close the window to end.`,
  );
  await new Promise((resolve) => session.browser.once("disconnected", resolve));
  await pages?.stop();
}

/** Shows what can be shown without a display. */
async function printSample(): Promise<void> {
  if (isLive) console.log("There is no display, so the stand-in is shown instead of the live page.");
  console.log(`A search for “${SAMPLE_QUERY}”:\n`);
  const search = [join(root, "utils/cli/search-command.ts"), SAMPLE_QUERY, "--limit", "2"];
  console.log(execFileSync(process.execPath, search, { encoding: "utf8" }));
  for (const path of await takePictures(join(root, ".output/pictures"))) console.log(`picture: ${path}`);
}
