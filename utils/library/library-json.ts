import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { splitPassages, type Passage } from "../search/text/passages.ts";
import type { Transcript } from "../transcript/model/transcript.ts";

/**
 * Reads a JSON file of the library.
 * @param file Null where the file does not exist.
 * @param isValid Anything else counts as broken.
 */
export async function readJson<T>(file: Response | null, isValid: (value: T) => boolean): Promise<Result<T>> {
  if (!file?.ok) return toFailure("library-missing");
  try {
    const value = (await file.json()) as T;
    return isValid(value) ? toSuccess(value) : toFailure("library-broken");
  } catch (error) {
    // Firefox 153 reports a missing file only here, with errors of another realm, so `instanceof` fails.
    const { name } = error as Error;
    return toFailure(name === "SyntaxError" ? "library-broken" : "library-missing");
  }
}

/** Reads a transcript. One without paragraphs is broken. */
export const readTranscript = (file: Response | null): Promise<Result<Transcript>> =>
  readJson<Transcript>(file, ({ paragraphs }) => Array.isArray(paragraphs) && paragraphs.length > 0);

/** Fetches a transcript and splits it into passages; null where it cannot be read. */
export async function fetchPassages(address: string): Promise<Passage[] | null> {
  const file = await readTranscript(await fetch(address).catch(() => null));
  return file.ok ? splitPassages(file.value) : null;
}
