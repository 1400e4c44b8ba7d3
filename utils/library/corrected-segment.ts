import { splitPassages } from "../search/text/passages.ts";
import { packSegment } from "../search/index/write/pack-segment.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import { combineSegments } from "../search/index/read/combine-segments.ts";
import { matchesEpisode, applyCorrections, type Correction } from "../transcript/model/corrections.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode } from "./library-model.ts";

/**
 * Applies a reader's corrections to an index. Each corrected episode is packed again, in about 10 ms, and replaces the
 * shipped one.
 * @param read Reads a shipped transcript. An episode whose transcript is null stays as it ships.
 * @returns The same segment where no correction applies.
 * @throws where the texts of the library are broken.
 */
export async function buildCorrectedSegment(
  library: Segment,
  corrections: readonly Correction[],
  catalog: readonly CatalogEpisode[],
  read: (episode: string) => Promise<Transcript | null>,
): Promise<Segment> {
  const candidates = catalog.filter((episode) =>
    corrections.some((correction) => matchesEpisode(correction, episode)),
  );
  const all = await Promise.all(
    candidates.map(async ({ id, show }) => {
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
