import { toSuccess, type Result } from "../shared/result.ts";
import type { Cue, Transcript } from "../transcript/model/transcript.ts";
import { alignTranscript } from "../transcript/timing/align/align-transcript.ts";
import { loadShippedTranscript } from "./shipped-library.ts";

/** One transcript with the times of captions that its page offers; as it ships where they are of another talk. */
export async function loadAlignedTranscript(
  episode: string,
  captions: readonly Cue[],
): Promise<Result<Transcript>> {
  const shipped = await loadShippedTranscript(episode);
  return shipped.ok ? toSuccess(alignTranscript(shipped.value, captions).transcript) : shipped;
}
