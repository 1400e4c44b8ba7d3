import { clock, stamp } from "./clock.ts";
import type { Paragraph, Transcript } from "./model.ts";
import { CHARACTERS_PER_SECOND, startOf } from "./times.ts";

/** The forms in which a transcript can be printed. */
export const FORMS = ["json", "text", "markdown", "srt", "vtt"] as const;
export type Form = (typeof FORMS)[number];
export const isForm = (text: string): text is Form => (FORMS as readonly string[]).includes(text);

/** A transcript as text in the given form, with a line end at its end. */
export function print(transcript: Transcript, form: Form): string {
  const { paragraphs, timing } = transcript;
  const about = timing === "exact" ? "" : "about ";
  switch (form) {
    case "json":
      return `${JSON.stringify(transcript, null, 1)}\n`;
    case "text":
      return `${paragraphs.map((p) => `${named(p)}${p.text}`).join("\n\n")}\n`;
    case "markdown":
      return `${paragraphs.map((p) => `${headed(p, about)}${p.text}`).join("\n\n")}\n`;
    case "srt":
      return timed(paragraphs, ",", (p) => `${named(p)}${p.text}`);
    case "vtt":
      return `WEBVTT\n\n${timed(paragraphs, ".", (p) => `${p.speaker ? `<v ${escaped(p.speaker)}>` : ""}${escaped(p.text)}`)}`;
  }
}

const named = ({ speaker }: Paragraph) => (speaker ? `${speaker}: ` : "");
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function headed(paragraph: Paragraph, about: string): string {
  const start = startOf(paragraph);
  const parts = [start === null ? "" : `${about}${clock(start)}`, paragraph.speaker ?? ""].filter(Boolean);
  return parts.length ? `**${parts.join(" · ")}** ` : "";
}

/** SRT and WebVTT blocks; a transcript without times has none, for inventing them would be a lie. */
function timed(paragraphs: Paragraph[], mark: "." | ",", text: (p: Paragraph) => string): string {
  return paragraphs
    .flatMap((paragraph, i) => {
      const start = startOf(paragraph);
      if (start === null) return [];
      const end = startOf(paragraphs[i + 1]) ?? start + paragraph.text.length / CHARACTERS_PER_SECOND;
      return [
        `${i + 1}\n${stamp(start, mark)} --> ${stamp(Math.max(end, start), mark)}\n${text(paragraph)}\n`,
      ];
    })
    .join("\n");
}
