import type { PublishedChapter } from "../../transcript/timing/chapters/parse-chapters.ts";

/** A list of captions that YouTube offers for a video. */
export interface CaptionTrack {
  /** BCP 47 tag. */
  language: string;
  /** Written by a person, or recognized by YouTube from the sound of one audio track. */
  kind: "manual" | "automatic";
  /** As YouTube's menu names it, in the language of its interface. */
  name: string;
}

/** Whether a video can be played, and why not. */
export type VideoStatus = "playable" | "live" | "restricted" | "unplayable";

/** What YouTube says about a video; null or empty where it does not. */
export interface VideoFacts {
  id: string;
  title: string;
  channel: string;
  description: string;
  durationSeconds: number | null;
  /** YYYY-MM-DD. */
  published: string | null;
  chapters: readonly PublishedChapter[];
}

/** What the player's data says: the facts, and which captions there are. */
export interface PlayerFacts extends VideoFacts {
  status: VideoStatus;
  tracks: readonly CaptionTrack[];
  /** BCP 47 tag of the original audio track; null where the data does not identify it. */
  spokenLanguage: string | null;
}
