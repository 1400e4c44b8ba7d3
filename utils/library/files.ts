import { browser } from "wxt/browser";
import type { Result } from "../result.ts";
import type { Transcript } from "../transcript/model.ts";
import { jsonIn, transcriptIn } from "./json.ts";

/** Address of a file of the shipped library. */
export const addressOf = (name: string): string => browser.runtime.getURL(`/library/${name}` as "/");

/** A file of the shipped library; null when it is not in the package, the only way in which this can fail. */
export async function responseOf(name: string, how: RequestInit = {}): Promise<Response | null> {
  const response = await fetch(addressOf(name), how).catch(() => null);
  return response?.ok ? response : null;
}

/** What a file of the shipped library holds. */
export const jsonFile = async <T>(name: string, isValid: (value: T) => boolean): Promise<Result<T>> =>
  jsonIn(await responseOf(name), isValid);

/** Name of the file with the transcript of an episode. */
export const transcriptName = (episode: string): string => `${episode}.json`;

/** The transcript of an episode that is known to be in the catalog. */
export const transcriptFile = async (episode: string): Promise<Result<Transcript>> =>
  transcriptIn(await responseOf(transcriptName(episode)));
