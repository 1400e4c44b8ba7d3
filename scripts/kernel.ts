/**
 * `npm run kernel`: translates `kernel.wat` and writes it to `kernel-base64.ts` beside it. A test fails while the two
 * differ.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

const KERNEL_FOLDER = join(import.meta.dirname, "../utils/search/index/format");

/** Content of `kernel-base64.ts`. */
export async function buildKernelModule(): Promise<string> {
  const { parseWat } = await wabt();
  const name = "kernel.wat";
  const parsed = parseWat(name, readFileSync(join(KERNEL_FOLDER, name), "utf8"));
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  return `/** \`kernel.wat\`, translated by \`npm run kernel\`; in base64. */\nexport const KERNEL_BASE64 =\n  "${Buffer.from(buffer).toString("base64")}";\n`;
}

if (import.meta.main) writeFileSync(join(KERNEL_FOLDER, "kernel-base64.ts"), await buildKernelModule());
