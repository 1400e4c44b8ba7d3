import type { Transcript } from "../transcript/model.ts";
import { print, type Form } from "../transcript/print.ts";
import { frontMatter, type Headed } from "./front-matter.ts";

/** Endings of files by what is in them. */
export const ENDINGS: { [form in Form]: string } = {
  json: "json",
  text: "txt",
  markdown: "md",
  srt: "srt",
  vtt: "vtt",
};

/** A transcript as a file to take along; Markdown has front matter about the episode. */
export const printEpisode = (transcript: Transcript, form: Form, head: Headed): string =>
  form === "markdown" ? `${frontMatter(head)}\n${print(transcript, form)}` : print(transcript, form);
