import { toSuccess, toFailure, type Result } from "../shared/result.ts";
import { splitPassages, type Passage } from "../search/text/passages.ts";
import type { Transcript } from "../transcript/model/transcript.ts";

/** What a file of the library holds; whatever is no such thing counts as broken. Null stands for a file that is not there. */
export async function readJson<T>(file: Response | null, isValid: (value: T) => boolean): Promise<Result<T>> {
  if (!file?.ok) return toFailure("library-missing");
  try {
    const value = (await file.json()) as T;
    return isValid(value) ? toSuccess(value) : toFailure("library-broken");
  } catch (error) {
    // In a page, Firefox tells only while reading that there is no such file, and by another realm's errors (153).
    const { name: kind } = error as Error;
    return toFailure(kind === "SyntaxError" ? "library-broken" : "library-missing");
  }
}

/** The transcript in a file. */
export const readTranscript = (file: Response | null): Promise<Result<Transcript>> =>
  readJson<Transcript>(file, ({ paragraphs }) => Array.isArray(paragraphs) && paragraphs.length > 0);

/** The passages of the transcript at an address; null where it can't be read. */
export async function fetchPassages(address: string): Promise<Passage[] | null> {
  const file = await readTranscript(await fetch(address).catch(() => null));
  return file.ok ? splitPassages(file.value) : null;
}
