import type { Transcript } from "../transcript/model/transcript.ts";
import { compressText, expandText } from "./compress-text.ts";

/** What an episode was made from, and what was made of it. */
export interface EpisodeText {
  /** The transcript as it was received. */
  source: string;
  transcript: Transcript;
}

/** Packs the texts of an episode for the store. */
export const packEpisodeText = ({ source, transcript }: EpisodeText): Promise<Uint8Array<ArrayBuffer>> =>
  compressText(JSON.stringify([source, transcript]));

/**
 * Unpacks the texts of an episode.
 * @throws if the bytes are damaged.
 */
export async function unpackEpisodeText(packed: Uint8Array<ArrayBuffer>): Promise<EpisodeText> {
  const [source, transcript] = JSON.parse(await expandText(packed)) as [string, Transcript];
  return { source, transcript };
}
