import { toSuccess, type Result } from "../result.ts";
import type { Cue, Transcript } from "../transcript/model.ts";
import { alignTranscript } from "../transcript/timing/align/align.ts";
import { loadShippedTranscript } from "./shipped.ts";

/** One transcript with the times of captions that its page offers; as it ships where they are of another talk. */
export async function loadAlignedTranscript(
  episode: string,
  captions: readonly Cue[],
): Promise<Result<Transcript>> {
  const shipped = await loadShippedTranscript(episode);
  return shipped.ok ? toSuccess(alignTranscript(shipped.value, captions).transcript) : shipped;
}
