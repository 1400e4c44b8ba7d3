import type { Cue, Paragraph, TimeMark, Transcript } from "../transcript/model/transcript.ts";

/** A paragraph of a draft ends at the first cue after this length, in characters. */
const PARAGRAPH_LENGTH = 350;

/**
 * Makes a transcript of cues as they are. It takes some milliseconds, so a reader has a text before it is cleaned.
 *
 * @param episode Id of the episode.
 */
export function draftTranscript(episode: string, language: string, cues: readonly Cue[]): Transcript {
  const paragraphs: Paragraph[] = [];
  let text = "";
  let times: TimeMark[] = [];
  const finish = () => {
    if (text) paragraphs.push({ speaker: null, text, times, changes: [] });
    [text, times] = ["", []];
  };
  for (const cue of cues) {
    if (cue.start !== null) times.push([text ? text.length + 1 : 0, cue.start]);
    text += `${text && " "}${cue.text}`;
    if (text.length >= PARAGRAPH_LENGTH) finish();
  }
  finish();
  return { episode, timing: "exact", language, paragraphs };
}
