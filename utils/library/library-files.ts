import type { Result } from "../shared/result.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { readJson, readTranscript } from "./library-json.ts";

/** Where the files of a library are. The extension hands this in, so that the library itself needs no browser. */
export interface LibraryFiles {
  getUrl(name: string): string;
  /** Changes with every release, after which everything computed from the files is stale. */
  getVersion(): string;
}

/** Fetches a file of the library; null when it is not in the package, the only way in which this can fail. */
export async function fetchLibraryFile(
  files: LibraryFiles,
  name: string,
  init: RequestInit = {},
): Promise<Response | null> {
  const response = await fetch(files.getUrl(name), init).catch(() => null);
  return response?.ok ? response : null;
}

/** Loads a JSON file of the library. */
export const loadLibraryJson = async <T>(
  files: LibraryFiles,
  name: string,
  isValid: (value: T) => boolean,
): Promise<Result<T>> => readJson(await fetchLibraryFile(files, name), isValid);

/** Name of the file with the transcript of an episode. */
export const getTranscriptFileName = (episode: string): string => `${episode}.json`;

/** Loads the transcript of an episode that is known to be in the catalog. */
export const loadTranscript = async (files: LibraryFiles, episode: string): Promise<Result<Transcript>> =>
  readTranscript(await fetchLibraryFile(files, getTranscriptFileName(episode)));
