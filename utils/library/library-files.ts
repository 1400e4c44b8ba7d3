import { browser } from "wxt/browser";
import type { Result } from "../shared/result.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { readJson, readTranscript } from "./library-json.ts";

/** Address of a file of the shipped library. */
export const getLibraryUrl = (name: string): string => browser.runtime.getURL(`/library/${name}` as "/");

/** A file of the shipped library; null when it is not in the package, the only way in which this can fail. */
export async function fetchLibraryFile(name: string, how: RequestInit = {}): Promise<Response | null> {
  const response = await fetch(getLibraryUrl(name), how).catch(() => null);
  return response?.ok ? response : null;
}

/** What a file of the shipped library holds. */
export const loadLibraryJson = async <T>(name: string, isValid: (value: T) => boolean): Promise<Result<T>> =>
  readJson(await fetchLibraryFile(name), isValid);

/** Name of the file with the transcript of an episode. */
export const getTranscriptFileName = (episode: string): string => `${episode}.json`;

/** The transcript of an episode that is known to be in the catalog. */
export const loadTranscript = async (episode: string): Promise<Result<Transcript>> =>
  readTranscript(await fetchLibraryFile(getTranscriptFileName(episode)));
