import { browser } from "wxt/browser";
import { done, failed, type Result } from "../result.ts";
import type { Transcript } from "../transcript/model.ts";

/** A file of the shipped library; null when it is not in the package, the only way in which this can fail. */
export async function responseOf(name: string, how: RequestInit = {}): Promise<Response | null> {
  const response = await fetch(browser.runtime.getURL(`/library/${name}` as "/"), how).catch(() => null);
  return response?.ok ? response : null;
}

/** What a file of the shipped library holds; whatever is no such thing counts as broken. */
export async function jsonFile<T>(name: string, isValid: (value: T) => boolean): Promise<Result<T>> {
  const file = await responseOf(name);
  if (!file) return failed("library-missing");
  try {
    const value = (await file.json()) as T;
    return isValid(value) ? done(value) : failed("library-broken");
  } catch (error) {
    // In a page, Firefox tells only while reading that there is no such file, and by another realm's errors (153).
    const { name: kind } = error as Error;
    return failed(kind === "SyntaxError" ? "library-broken" : "library-missing");
  }
}

/** The transcript of an episode that is known to be in the catalog. */
export const transcriptFile = (episode: string): Promise<Result<Transcript>> =>
  jsonFile<Transcript>(
    `${episode}.json`,
    ({ paragraphs }) => Array.isArray(paragraphs) && paragraphs.length > 0,
  );
