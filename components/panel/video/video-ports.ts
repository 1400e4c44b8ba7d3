import type { ReadonlySignal } from "@preact/signals";
import type { CaptionTrack } from "../../../utils/sources/youtube/video-facts.ts";

/** How far the transcript of a video is that was loaded from the page. */
export interface VideoState {
  /** The captions to choose from, one entry per language; empty while unknown. */
  choices: readonly CaptionTrack[];
  /** BCP 47 tag of the captions that are shown, or were asked for; null while unknown. */
  language: string | null;
  /** The text is shown as it came, while it is cleaned. */
  isDraft: boolean;
  /** When YouTube can be asked again, in milliseconds since 1970; null where it did not refuse. */
  retryAt: number | null;
}

/** What reaches the page and the background on behalf of a video that is not in the library. */
export interface VideoPorts {
  state: ReadonlySignal<VideoState>;
  /** Address of the video's page on www.youtube.com; null where the reader is there. */
  watchUrl: string | null;
  /** Stores the language for the channel. */
  chooseLanguage: (language: string) => Promise<void>;
  /** Opens YouTube's own transcript; null where the page has none. */
  findOwnTranscript: () => (() => void) | null;
}
