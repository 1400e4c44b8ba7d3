import type { CaptionTrack } from "./video-facts.ts";

/** An audio track of a video: the original, a dub, or a description for the blind. */
export interface AudioTrack {
  /** Language and kind, such as "en-US.4". */
  id: string;
  /** Base64 of tags such as `acont=original`; empty where unknown. */
  tags: string;
}

/** The end of an original audio track's id; 3 is a dub, 10 an automatic dub (www.youtube.com, 2026-11). */
const ORIGINAL_ID_PATTERN = /^(.+)\.4$/;

/**
 * Finds the language that is spoken in the original. Automatic captions alone do not tell it, because YouTube makes
 * them for dubs as well (https://github.com/YouTube-No-Translation/browser-extension/issues/192).
 *
 * @returns BCP 47 tag; null where the data is ambiguous.
 */
export function findSpokenLanguage(
  tracks: readonly CaptionTrack[],
  audioTracks: readonly AudioTrack[],
): string | null {
  for (const { id } of audioTracks) {
    const language = ORIGINAL_ID_PATTERN.exec(id)?.[1];
    if (language) return language;
  }
  const tagged = audioTracks.find(({ tags }) => isOriginal(tags));
  if (tagged) return tagged.id.replace(/\.\d+$/, "");
  const automatic = new Set(
    tracks.filter(({ kind }) => kind === "automatic").map(({ language }) => language),
  );
  return automatic.size === 1 ? [...automatic][0]! : null;
}

/** The tags are a message of protocol buffers with the strings "acont" and "original" in it. */
function isOriginal(tags: string): boolean {
  try {
    return /acont[^a-z]{0,4}original/.test(atob(tags.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return false;
  }
}
