import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { builtFor } from "../../e2e/browsers.ts";

/** The episode whose page is opened. */
export const EPISODE = "lex-fridman-035";
/** Words of the long one, and its length. */
const [LONG_WORDS, LONG_SECONDS] = [100_000, 36_000];

/** A copy of the built extension with two pages beside it: the plain text of the episode, and of the long one. */
export function copies(): { short: string; long: string } {
  const transcript = readTranscript(builtFor("chromium"));
  return { short: copyWith(transcript), long: copyWith(tenHours(transcript)) };
}

/** Runs when everything on a plain page is painted, and leaves the milliseconds since it was asked for. */
const PAINTED =
  "requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.painted = performance.now(); }));";

function copyWith(transcript: Transcript): string {
  const folder = mkdtempSync(join(tmpdir(), "earmark-bench-"));
  cpSync(builtFor("chromium"), folder, { recursive: true });
  writeFileSync(join(folder, "library", `${EPISODE}.json`), JSON.stringify(transcript));
  const rows = transcript.paragraphs.map(
    ({ text }) => `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</p>`,
  );
  writeFileSync(
    join(folder, "plain.html"),
    `<!doctype html><meta charset="utf-8"><title>Plain</title><style>body{font:15px/1.55 sans-serif;width:400px}</style><main>${rows.join("\n")}</main><script src="plain.js"></script>`,
  );
  writeFileSync(join(folder, "plain.js"), PAINTED);
  return folder;
}

const readTranscript = (folder: string) =>
  JSON.parse(readFileSync(join(folder, "library", `${EPISODE}.json`), "utf8")) as Transcript;

/** The episode said again and again until it is ten hours long. */
function tenHours(transcript: Transcript): Transcript {
  const words = ({ text }: Paragraph) => text.split(/\s+/).length;
  const paragraphs: Paragraph[] = [];
  for (let total = 0, k = 0; total < LONG_WORDS; k++) {
    const next = transcript.paragraphs[k % transcript.paragraphs.length]!;
    total += words(next);
    paragraphs.push(next);
  }
  const perWord = LONG_SECONDS / LONG_WORDS;
  let said = 0;
  const timed = paragraphs.map((paragraph): Paragraph => {
    const start = said * perWord;
    const first = paragraph.times[0]?.[1] ?? 0;
    const last = paragraph.times.at(-1)?.[1] ?? first;
    const share = (words(paragraph) * perWord) / Math.max(1, last - first + 5);
    said += words(paragraph);
    return {
      ...paragraph,
      times: paragraph.times.map(([at, seconds]) => [at, start + (seconds - first) * share]),
    };
  });
  return { ...transcript, paragraphs: timed, chapters: [] };
}
