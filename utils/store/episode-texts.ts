import type { Transcript } from "../transcript/model/transcript.ts";
import { compressText, expandText } from "./compress-text.ts";
import { readColumns, writeColumns } from "./json-columns.ts";

/** What an episode was made from, and what was made of it. */
export interface EpisodeText {
  /** The transcript as it was received. */
  source: string;
  transcript: Transcript;
}

/** Packs the texts of an episode for the store. */
export const packEpisodeText = ({ source, transcript }: EpisodeText): Promise<Uint8Array<ArrayBuffer>> => {
  const parsed = parseCanonicalJson(source);
  return compressText(writeColumns([parsed === undefined ? source : [parsed], transcript]));
};

/** The value of a text that `JSON.stringify` wrote; undefined for any other text. */
function parseCanonicalJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the texts of an episode.
 * @throws if the bytes are damaged.
 */
export async function unpackEpisodeText(packed: Uint8Array<ArrayBuffer>): Promise<EpisodeText> {
  const [source, transcript] = readColumns(await expandText(packed)) as [string | [unknown], Transcript];
  return { source: typeof source === "string" ? source : JSON.stringify(source[0]), transcript };
}
