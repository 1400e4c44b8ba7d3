import type { TimeMark, Transcript } from "../model.ts";
import { speakingTimes } from "./speaking.ts";

/** Shortest recording over which a transcript is spread, in seconds; an advert or a preview is shorter. */
const SHORTEST_SECONDS = 120;

/**
 * Times for a transcript that has none, once the episode's length is known: its sentences are spread over it by how long
 * they take to say.
 * A transcript with times of its own comes back as it is.
 */
export function spread(transcript: Transcript, durationSeconds: number): Transcript {
  const usable = Number.isFinite(durationSeconds) && durationSeconds >= SHORTEST_SECONDS;
  if (transcript.timing !== "none" || !usable || !transcript.paragraphs.length) return transcript;
  const spoken = speakingTimes(transcript.paragraphs);
  if (!spoken.seconds) return transcript;
  const scaled = (seconds: number) => Math.round((durationSeconds * seconds * 10) / spoken.seconds) / 10;
  const paragraphs = transcript.paragraphs.map((paragraph, i) => ({
    ...paragraph,
    times: spoken.times[i]!.map(([at, seconds]): TimeMark => [at, scaled(seconds)]),
  }));
  return { ...transcript, timing: "estimated", paragraphs };
}
