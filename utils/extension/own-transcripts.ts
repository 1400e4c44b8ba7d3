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

/** Cleaning and storing in progress, by episode. A page that is reloaded meanwhile would get the older text. */
const pendingWork = new Map<string, Promise<void>>();

const getEpisodeId = (video: string): string => `youtube:${video}`;

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
  const work = cleanAndSave(valid, { isPrivate, onSaved });
  delayLookups(
    getEpisodeId(video),
    work.then(({ saving }) => saving),
  );
  return (await work).cleaned;
}

/** Makes lookups of an episode wait until work on it has ended, however it ends. */
function delayLookups(episode: string, work: Promise<void>): void {
  const end = work.catch((error: unknown) => console.warn("Earmark could not add a transcript:", error));
  pendingWork.set(episode, end);
  void end.then(() => pendingWork.get(episode) === end && pendingWork.delete(episode));
}

/** Cleans captions. The result does not wait for `saving`, as the reader need not wait for the disk. */
async function cleanAndSave(
  valid: AcquiredCaptions,
  { isPrivate, onSaved }: Pick<CleaningOptions, "isPrivate" | "onSaved">,
): Promise<{ cleaned: Result<OwnTranscript>; saving: Promise<void> }> {
  const cleaned = await getCleaner()(valid, new Date());
  if (!cleaned.ok) return { cleaned, saving: Promise.resolve() };
  const { episode, transcript } = cleaned.value;
  const decision = await decideKeeping(episode.show, isPrivate);
  const save = async () => {
    const saved = decision === "keep" && (await saveEpisode(episode, JSON.stringify(valid), transcript));
    if (saved && saved.ok) onSaved();
    else rememberUnkept(transcript);
  };
  return { cleaned, saving: save() };
}

function rememberUnkept(transcript: Transcript): void {
  unkept.delete(transcript.episode);
  unkept.set(transcript.episode, transcript);
  const [oldest] = unkept.keys();
  if (unkept.size > MAX_UNKEPT && oldest !== undefined) unkept.delete(oldest);
}

/** Finds the transcript of a video that was loaded before; null where there is none. */
export async function findOwnTranscript(video: string): Promise<Transcript | null> {
  const episode = getEpisodeId(video);
  await pendingWork.get(episode);
  const kept = await installedLibrary.loadTranscript(episode);
  return kept.ok ? kept.value : (unkept.get(episode) ?? null);
}
