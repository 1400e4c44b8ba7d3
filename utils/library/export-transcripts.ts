import { pickLink } from "../quote/links.ts";
import { toFileName } from "../quote/saved/export-quotes.ts";
import { serializeEpisode } from "../quote/serialize-episode.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { LibraryEpisode } from "./library-model.ts";

/** Version of the JSON of exported episodes. */
const EPISODES_VERSION = 1;

/** An episode with its transcript. */
export interface ReadableEpisode {
  episode: LibraryEpisode;
  transcript: Transcript;
}

/**
 * Exports transcripts as Markdown files with front matter, in one folder per show.
 * @returns The files, one at a time, so that a whole library needs little memory.
 */
export async function* exportTranscriptFiles(
  episodes: AsyncIterable<ReadableEpisode>,
): AsyncGenerator<{ name: string; input: string }> {
  const taken = new Set<string>();
  for await (const { episode, transcript } of episodes) {
    const folder = toFileName(episode.show, "").replace(/\.$/, "");
    const named = `${folder}/${toFileName(episode.title, "md")}`;
    const name = taken.has(named) ? `${folder}/${toFileName(episode.id, "md")}` : named;
    taken.add(name);
    const link = pickLink(episode.links)?.url ?? null;
    yield { name, input: serializeEpisode(transcript, "markdown", { ...episode, link }) };
  }
}

/**
 * Exports facts and transcripts as one JSON text.
 * @returns Its parts in order, for texts may be longer together than one string can be.
 */
export async function exportTranscriptJson(episodes: AsyncIterable<ReadableEpisode>): Promise<string[]> {
  const parts = [`{"earmark":"episodes","version":${EPISODES_VERSION},"episodes":[\n`];
  for await (const { episode, transcript } of episodes)
    parts.push(parts.length > 1 ? ",\n" : "", JSON.stringify({ ...episode, transcript }));
  return [...parts, "\n]}\n"];
}
