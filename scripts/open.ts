/** Opens Chromium with the built extension on the page of an episode; part of `npm start`. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { start } from "../tests/e2e/browsers.ts";
import { startPages } from "../tests/pages/server.ts";
import { takePictures } from "./take-pictures.ts";

const EPISODE = "https://www.youtube.com/watch?v=J6XcP4JOHmk";
const SAMPLE = "notation as a tool for thought";

const live = process.argv.includes("--live");
const seen =
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const root = join(import.meta.dirname, "..");

if (seen) await show();
else await tell();

/** A window for the reader, until they close it. */
async function show(): Promise<void> {
  const pages = live ? null : await startPages();
  const session = await start("chromium", { port: pages?.port, headless: false });
  await session.open(EPISODE);
  console.log(
    `Earmark runs in Chromium on ${live ? "" : "a stand-in for "}${EPISODE}. Close the window to end.`,
  );
  await new Promise((resolve) => session.browser.once("disconnected", resolve));
  await pages?.stop();
}

/** What can be told without a display. */
async function tell(): Promise<void> {
  if (live) console.log("There is no display: the live page can’t be shown, so here is the stand-in.");
  console.log(`A search for “${SAMPLE}”:\n`);
  const search = [join(root, "utils/cli/search.ts"), SAMPLE, "--limit", "2"];
  console.log(execFileSync(process.execPath, search, { encoding: "utf8" }));
  for (const path of await takePictures(join(root, ".output/pictures"))) console.log(`picture: ${path}`);
}
