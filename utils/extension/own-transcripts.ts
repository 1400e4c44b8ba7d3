import { createCaptionsCleaner } from "../library/clean-captions.ts";
import type { OwnTranscript } from "../library/library-model.ts";
import { createLazy } from "../shared/create-lazy.ts";
import { toFailure, type Result } from "../shared/result.ts";
import type { AcquiredCaptions } from "../sources/youtube/load-captions.ts";
import { validateCaptions } from "../sources/youtube/validate-captions.ts";
import type { Transcript } from "../transcript/model/transcript.ts";
import { installedFiles } from "./installed-files.ts";
import { installedLibrary } from "./installed-library.ts";
import { decideKeeping, saveEpisode } from "./own-episodes.ts";
import { shippedLibrary } from "./packaged-library.ts";

/** Transcripts that are not kept, by episode; the browser ends the background after a while, and with it these. */
const unkept = new Map<string, Transcript>();
const MAX_UNKEPT = 5;

const getCleaner = createLazy(() => createCaptionsCleaner(installedFiles, shippedLibrary));

/** What happens to a transcript that a page sent. */
interface CleaningOptions {
  /** Id of the video that the page shows, by its address. */
  video: string;
  /** The page is in a private window. */
  isPrivate: boolean;
  /** Told once the transcript is in the library. */
  onSaved: () => void;
}

/** Cleans the captions that a page sent, and adds them to the library as the reader chose. */
export async function cleanVideoCaptions(
  captions: AcquiredCaptions,
  { video, isPrivate, onSaved }: CleaningOptions,
): Promise<Result<OwnTranscript>> {
  const valid = validateCaptions(captions, video);
  if (!valid) return toFailure("youtube-changed");
  const cleaned = await getCleaner()(valid, new Date());
  if (!cleaned.ok) return cleaned;
  const { episode, transcript } = cleaned.value;
  const decision = await decideKeeping(episode.show, isPrivate);
  if (decision !== "keep") rememberUnkept(transcript);
  // The reader need not wait for the disk.
  else
    void saveEpisode(episode, JSON.stringify(valid), transcript).then((saved) => {
      if (saved.ok) onSaved();
      else rememberUnkept(transcript);
    });
  return cleaned;
}

function rememberUnkept(transcript: Transcript): void {
  unkept.delete(transcript.episode);
  unkept.set(transcript.episode, transcript);
  const [oldest] = unkept.keys();
  if (unkept.size > MAX_UNKEPT && oldest !== undefined) unkept.delete(oldest);
}

/** Finds the transcript of a video that was loaded before; null where there is none. */
export async function findOwnTranscript(video: string): Promise<Transcript | null> {
  const episode = `youtube:${video}`;
  const kept = await installedLibrary.loadTranscript(episode);
  return kept.ok ? kept.value : (unkept.get(episode) ?? null);
}
