import type { Transcript } from "../transcript/model.ts";
import { serializeTranscript, type OutputFormat } from "../transcript/print.ts";
import { frontMatter, type Headed } from "./front-matter.ts";

/** Endings of files by what is in them. */
export const ENDINGS: { [form in OutputFormat]: string } = {
  json: "json",
  text: "txt",
  markdown: "md",
  srt: "srt",
  vtt: "vtt",
};

/** A transcript as a file to take along; Markdown has front matter about the episode. */
export const printEpisode = (transcript: Transcript, form: OutputFormat, head: Headed): string =>
  form === "markdown"
    ? `${frontMatter(head)}\n${serializeTranscript(transcript, form)}`
    : serializeTranscript(transcript, form);
