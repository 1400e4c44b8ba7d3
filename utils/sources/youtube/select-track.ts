import type { CaptionTrack, PlayerFacts } from "./video-facts.ts";

/** The language of a tag without script and region: "pt" of "pt-BR". Chinese keeps its script, which readers choose by. */
export function getLanguageFamily(tag: string): string {
  const [family = "", second = ""] = tag.toLowerCase().split("-");
  if (family !== "zh") return family === "iw" ? "he" : family;
  return /^(?:hant|tw|hk|mo)$/.test(second) ? "zh-hant" : second === "" ? "zh" : "zh-hans";
}

/**
 * Selects the captions to read: in the reader's language of choice, else in the spoken language, written before
 * recognized. The automatic captions of a dub are only read when the reader chose their language.
 *
 * @param chosen BCP 47 tag of the language that the reader chose for the channel; null without a choice.
 * @returns null where the data does not tell which captions are right.
 */
export function selectTrack(
  { tracks, spokenLanguage }: Pick<PlayerFacts, "tracks" | "spokenLanguage">,
  chosen: string | null,
): CaptionTrack | null {
  const wanted = chosen ? findTrack(tracks, chosen) : null;
  if (wanted) return wanted;
  const spoken = spokenLanguage ? findTrack(tracks, spokenLanguage) : null;
  if (spoken) return spoken;
  const manual = tracks.filter(({ kind }) => kind === "manual");
  return manual.length === 1 || spokenLanguage ? (manual[0] ?? null) : null;
}

/** Finds a track of a language: of the exact tag or else of its family, written before recognized. */
function findTrack(tracks: readonly CaptionTrack[], language: string): CaptionTrack | null {
  const isExact = (track: CaptionTrack) => track.language.toLowerCase() === language.toLowerCase();
  const isSame = (track: CaptionTrack) => getLanguageFamily(track.language) === getLanguageFamily(language);
  for (const kind of ["manual", "automatic"]) {
    const ofKind = tracks.filter((track) => track.kind === kind);
    const found =
      ofKind.find(isExact) ??
      ofKind.find((track) => isSame(track) && !track.language.includes("-")) ??
      ofKind.find(isSame);
    if (found) return found;
  }
  return null;
}

/** The tracks to offer to a reader, one per language. Automatic captions of dubs are left out. */
export function listTrackChoices({
  tracks,
  spokenLanguage,
}: Pick<PlayerFacts, "tracks" | "spokenLanguage">): CaptionTrack[] {
  const byLanguage = new Map<string, CaptionTrack>();
  for (const track of tracks) {
    const isDub =
      track.kind === "automatic" &&
      spokenLanguage !== null &&
      getLanguageFamily(track.language) !== getLanguageFamily(spokenLanguage);
    const before = byLanguage.get(track.language);
    if (!isDub && (!before || before.kind === "automatic")) byLanguage.set(track.language, track);
  }
  return [...byLanguage.values()];
}
