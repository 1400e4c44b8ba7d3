import type { Transcript } from "../transcript/model/transcript.ts";
import { serializeTranscript, type OutputFormat } from "../transcript/model/serialize-transcript.ts";
import { formatFrontMatter, type FrontMatterFields } from "./front-matter.ts";

/** Endings of files by what is in them. */
export const FILE_EXTENSIONS: { [form in OutputFormat]: string } = {
  json: "json",
  text: "txt",
  markdown: "md",
  srt: "srt",
  vtt: "vtt",
};

/** A transcript as a file to take along; Markdown has front matter about the episode. */
export const serializeEpisode = (
  transcript: Transcript,
  form: OutputFormat,
  head: FrontMatterFields,
): string =>
  form === "markdown"
    ? `${formatFrontMatter(head)}\n${serializeTranscript(transcript, form)}`
    : serializeTranscript(transcript, form);
