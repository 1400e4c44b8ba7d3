import { toSuccess, type Result } from "../shared/result.ts";
import type { Cue, Transcript } from "../transcript/model/transcript.ts";
import { alignTranscript } from "../transcript/timing/align/align-transcript.ts";
import type { Library } from "./library.ts";

/** Loads a transcript with the times of its page's captions; as it ships where the captions are of another talk. */
export async function loadAlignedTranscript(
  library: Library,
  episode: string,
  captions: readonly Cue[],
): Promise<Result<Transcript>> {
  const shipped = await library.loadTranscript(episode);
  return shipped.ok ? toSuccess(alignTranscript(shipped.value, captions).transcript) : shipped;
}
