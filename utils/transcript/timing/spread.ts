import type { Paragraph, Transcript } from "../model.ts";

/** Shortest recording over which a transcript is spread, in seconds; an advert or a preview is shorter. */
const SHORTEST_SECONDS = 120;

/**
 * Times for a transcript that has none, once the episode's length is known: its words are spread over it evenly.
 * A transcript with times of its own comes back as it is.
 */
export function spread(transcript: Transcript, durationSeconds: number): Transcript {
  const usable = Number.isFinite(durationSeconds) && durationSeconds >= SHORTEST_SECONDS;
  if (transcript.timing !== "none" || !usable || !transcript.paragraphs.length) return transcript;
  const characters = transcript.paragraphs.reduce((sum, { text }) => sum + text.length + 1, 0);
  let before = 0;
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => {
    const at = Math.round((durationSeconds * before * 10) / characters) / 10;
    before += paragraph.text.length + 1;
    return { ...paragraph, times: [[0, at]] };
  });
  return { ...transcript, timing: "estimated", paragraphs };
}
