import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

it("without a display, a sample search is printed and pictures of panel and popup are saved", async () => {
  rmSync(join(ROOT, ".output/pictures"), { recursive: true, force: true });
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "scripts/open.ts")], { env });
  expect(stdout).toMatch(/\(9:3\d\)/);
  const paths = [...stdout.matchAll(/^picture: (.+)$/gm)].map(([, path]) => path!);
  expect(paths.map((path) => path.split("/").at(-1))).toEqual([
    "panel-light.png",
    "panel-dark.png",
    "popup.png",
  ]);
  for (const path of paths) expect(readFileSync(path).subarray(1, 4).toString()).toBe("PNG");
});
