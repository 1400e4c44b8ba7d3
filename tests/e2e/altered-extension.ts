import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transcript } from "../../utils/transcript/model/transcript.ts";
import { builtFor, type Kind } from "./browsers.ts";

/**
 * Makes a copy of the built extension with something changed in its folder.
 * @returns the copy's folder, for a browser.
 */
export const alterExtension =
  (change: (folder: string) => void) =>
  (kind: Kind): string => {
    const folder = mkdtempSync(join(tmpdir(), "earmark-"));
    cpSync(builtFor(kind), folder, { recursive: true });
    change(folder);
    return folder;
  };

/** Changes a JSON file of the extension. */
export function alterJson<T extends object>(path: string, change: (value: T) => T): void {
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as T)));
}

const SHORT_PARAGRAPHS = 30;

/** The extension with the first paragraphs of two of its transcripts alone. */
export const withShortTranscripts = alterExtension((folder) => {
  for (const episode of ["lex-fridman-035", "lbs-129"])
    alterJson<Transcript>(join(folder, "library", `${episode}.json`), (transcript) => {
      const paragraphs = transcript.paragraphs.slice(0, SHORT_PARAGRAPHS);
      const end = paragraphs.at(-1)!.times.at(-1)?.[1] ?? 0;
      const chapters = (transcript.chapters ?? []).filter(({ seconds }) => seconds !== null && seconds < end);
      return { ...transcript, paragraphs, chapters };
    });
});
