/** `npm run icons`: draws the extension’s icons from assets/icon.svg. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { ensureBrowser } from "./browsers.mjs";

const root = join(import.meta.dirname, "..");
const svg = readFileSync(join(root, "assets/icon.svg"), "utf8");
const folder = join(root, "public/icon");
mkdirSync(folder, { recursive: true });
const browser = await launch({ executablePath: ensureBrowser("chromium"), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128] as const) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await page.screenshot({ path: `${folder}/${size}.png`, omitBackground: true });
}
await browser.close();
