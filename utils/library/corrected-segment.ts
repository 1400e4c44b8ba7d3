import { splitPassages } from "../search/text/passages.ts";
import { packSegment } from "../search/index/write/pack-segment.ts";
import { openSegment, type Segment } from "../search/index/read/open-segment.ts";
import { combineSegments, type SegmentPart } from "../search/index/read/combine-segments.ts";
import { matchesEpisode, applyCorrections, type Correction } from "../transcript/model/corrections.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import type { CatalogEpisode } from "./library-model.ts";

/**
 * Combines the segments of the library and applies a reader's corrections. Each corrected episode is packed again, in
 * about 10 ms, and replaces the one in its segment.
 * @param read Reads a transcript without corrections. An episode whose transcript is null stays as it is.
 * @returns The same segment where there is only one and no correction applies.
 * @throws where the texts of the library are broken.
 */
export async function buildCorrectedSegment(
  library: readonly SegmentPart[],
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
  if (!corrected.length) return combineSegments(library);
  const bytes = packSegment(corrected.flatMap(splitPassages));
  const own = await openSegment(async (from, to) => bytes.subarray(from, to));
  const replaced = corrected.map(({ episode }) => episode);
  const others = library.map(({ segment, deleted = [] }) => ({
    segment,
    deleted: new Set([...deleted, ...replaced]),
  }));
  return combineSegments([...others, { segment: own! }]);
}
