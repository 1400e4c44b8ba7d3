import { splitPassages } from "../search/text/passages.ts";
import { packSegment } from "../search/index/write/pack-segment.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import { combineSegments } from "../search/index/read/combine-segments.ts";
import { matchesEpisode, applyCorrections, type Correction } from "../transcript/model/corrections.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode } from "./library-model.ts";

/**
 * A library with a reader's corrections: the episodes in which they have a place are packed anew (some 10 ms each) and take
 * the place of those that ship. The same segment where there are none.
 * @param read Gives a transcript as it ships; null where it can't be read, then that stays as it is.
 * @throws where the texts of the library are broken.
 */
export async function buildCorrectedSegment(
  library: Segment,
  corrections: readonly Correction[],
  catalog: readonly CatalogEpisode[],
  read: (episode: string) => Promise<Transcript | null>,
): Promise<Segment> {
  const concerned = catalog.filter((episode) => corrections.some((one) => matchesEpisode(one, episode)));
  const all = await Promise.all(
    concerned.map(async ({ id, show }) => {
      const transcript = await read(id);
      const corrected = transcript && applyCorrections(transcript, show, corrections);
      return corrected && corrected !== transcript ? [corrected] : [];
    }),
  );
  const corrected = all.flat();
  if (!corrected.length) return library;
  const bytes = packSegment(corrected.flatMap(splitPassages));
  const own = await openSegment(async (from, to) => bytes.subarray(from, to));
  const deleted = new Set(corrected.map(({ episode }) => episode));
  return combineSegments([{ segment: library, deleted }, { segment: own! }]);
}
