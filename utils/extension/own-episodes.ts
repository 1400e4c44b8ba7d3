/** Changes of the reader's own episodes. The background makes them all, so that they follow one another. */
import type { OwnEpisode } from "../library/library-model.ts";
import { packEpisode } from "../library/pack-episode.ts";
import { toSuccess, type Result } from "../shared/result.ts";
import { getEpisodeKey } from "../sites/episode-key.ts";
import { CLEANING_VERSION } from "../transcript/cleaning-version.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { scheduleMaintenance } from "./index-maintenance.ts";
import { ownEpisodes } from "./installed-library.ts";
import { keeping, libraryRevision } from "./settings.ts";

/**
 * Adds an episode to the reader's library, or replaces it. It can be searched when this resolves.
 * @param source The transcript as it was received, from which later versions can make a better one.
 * @example await saveEpisode(facts, JSON.stringify(captions), transcript);
 */
export async function saveEpisode(
  facts: OwnEpisode,
  source: string,
  transcript: Transcript,
): Promise<Result<null>> {
  const earlier = await ownEpisodes.get(facts.id);
  if (!earlier.ok) return earlier;
  const added = earlier.value?.added ?? facts.added;
  const keys = new Set([facts.id, ...facts.links.flatMap(({ url }) => getEpisodeKey(url) ?? [])]);
  return notifyChange(
    ownEpisodes.put(
      { facts: { ...facts, added }, keys: [...keys], cleaning: CLEANING_VERSION, source, transcript },
      packEpisode(transcript),
    ),
  );
}

/** Takes episodes out of the library, one after the other. `restoreEpisodes` can bring them back for an hour at least. */
export const removeEpisodes = (ids: readonly string[]): Promise<Result<null>> =>
  notifyChange(changeEach(ids, (id) => ownEpisodes.remove(id, new Date())));

/** Brings removed episodes back, as far as they are not gone for good. */
export const restoreEpisodes = (ids: readonly string[]): Promise<Result<null>> =>
  notifyChange(changeEach(ids, (id) => ownEpisodes.restore(id)));

/** Changes episodes until one of the changes fails. */
async function changeEach(
  ids: readonly string[],
  change: (id: string) => Promise<Result<boolean>>,
): Promise<Result<null>> {
  for (const id of ids) {
    const changed = await change(id);
    if (!changed.ok) return changed;
  }
  return toSuccess(null);
}

/** Whether an opened transcript is added to the library. */
export type KeepingDecision = "keep" | "ask" | "discard";

/**
 * Decides whether an opened transcript is added to the library.
 * @param show Its show or channel, which the reader can exclude.
 * @param isPrivate Whether it was opened in a private window, from which nothing is stored.
 */
export async function decideKeeping(show: string, isPrivate: boolean): Promise<KeepingDecision> {
  const { when, excludedShows } = await keeping.get();
  if (isPrivate || when === "never" || excludedShows.includes(show)) return "discard";
  return when === "ask" ? "ask" : "keep";
}

/** Reports a change, also one that failed halfway, to every page that shows the library, and has the index maintained. */
async function notifyChange<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  const result = await change;
  await libraryRevision.update((revision) => revision + 1);
  scheduleMaintenance();
  return result;
}
