import { joinBytes } from "../search/index/format/bytes.ts";
import { SEGMENT_VERSION } from "../search/index/format/preamble.ts";
import { packSegmentParts } from "../search/index/write/pack-segment.ts";
import { splitPassages } from "../search/text/passages.ts";
import type { SegmentRecord } from "../store/segment-rows.ts";
import { CLEANING_VERSION } from "../transcript/cleaning-version.ts";
import type { Transcript } from "../transcript/model/transcript.ts";

/** Identifies what segments are computed with. Segments with another stamp are built again. */
export const INDEX_STAMP = `${SEGMENT_VERSION}.${CLEANING_VERSION}`;

/** Packs one episode into a segment of the search index, in some 10 ms. */
export function packEpisode(transcript: Transcript): SegmentRecord {
  const { head, parts } = packSegmentParts(splitPassages(transcript));
  return { stamp: INDEX_STAMP, episodes: [transcript.episode], data: { head, rest: joinBytes(parts) } };
}
