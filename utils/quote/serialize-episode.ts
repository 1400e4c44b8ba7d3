import type { Transcript } from "../transcript/model/transcript.ts";
import { serializeTranscript, type OutputFormat } from "../transcript/model/serialize-transcript.ts";
import { formatFrontMatter, type FrontMatterFields } from "./front-matter.ts";

/** File name extension of each format, without the dot. */
export const FILE_EXTENSIONS: { [form in OutputFormat]: string } = {
  json: "json",
  text: "txt",
  markdown: "md",
  srt: "srt",
  vtt: "vtt",
};

/** Serializes a transcript for a file; Markdown starts with front matter about the episode. */
export const serializeEpisode = (
  transcript: Transcript,
  form: OutputFormat,
  head: FrontMatterFields,
): string =>
  form === "markdown"
    ? `${formatFrontMatter(head)}\n${serializeTranscript(transcript, form)}`
    : serializeTranscript(transcript, form);
