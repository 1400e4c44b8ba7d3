import { formatTime, formatTimestamp } from "./clock-time.ts";
import type { Paragraph, Transcript } from "./transcript.ts";
import { CHARACTERS_PER_SECOND, getStartSeconds } from "./text-position.ts";

/** The formats in which a transcript can be written. */
export const OUTPUT_FORMATS = ["json", "text", "markdown", "srt", "vtt"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
export const isOutputFormat = (text: string): text is OutputFormat =>
  (OUTPUT_FORMATS as readonly string[]).includes(text);

/** Writes a transcript in a format, with a line break at its end. */
export function serializeTranscript(transcript: Transcript, format: OutputFormat): string {
  const { paragraphs, timing } = transcript;
  const about = timing === "exact" ? "" : "about ";
  switch (format) {
    case "json":
      return `${JSON.stringify(transcript, null, 1)}\n`;
    case "text":
      return `${paragraphs.map((p) => `${formatSpeakerPrefix(p)}${p.text}`).join("\n\n")}\n`;
    case "markdown":
      return `${paragraphs.map((p) => `${formatMarkdownHeading(p, about)}${p.text}`).join("\n\n")}\n`;
    case "srt":
      return formatCueBlocks(paragraphs, ",", (p) => `${formatSpeakerPrefix(p)}${p.text}`);
    case "vtt":
      return `WEBVTT\n\n${formatCueBlocks(paragraphs, ".", (p) => `${p.speaker ? `<v ${escapeMarkup(p.speaker)}>` : ""}${escapeMarkup(p.text)}`)}`;
  }
}

const formatSpeakerPrefix = ({ speaker }: Paragraph) => (speaker ? `${speaker}: ` : "");
const escapeMarkup = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function formatMarkdownHeading(paragraph: Paragraph, about: string): string {
  const start = getStartSeconds(paragraph);
  const parts = [start === null ? "" : `${about}${formatTime(start)}`, paragraph.speaker ?? ""].filter(
    Boolean,
  );
  return parts.length ? `**${parts.join(" · ")}** ` : "";
}

/** SubRip or WebVTT cues. Paragraphs without times are left out, because invented times would mislead. */
function formatCueBlocks(paragraphs: Paragraph[], mark: "." | ",", text: (p: Paragraph) => string): string {
  return paragraphs
    .flatMap((paragraph, i) => {
      const start = getStartSeconds(paragraph);
      if (start === null) return [];
      const end = getStartSeconds(paragraphs[i + 1]) ?? start + paragraph.text.length / CHARACTERS_PER_SECOND;
      return [
        `${i + 1}\n${formatTimestamp(start, mark)} --> ${formatTimestamp(Math.max(end, start), mark)}\n${text(paragraph)}\n`,
      ];
    })
    .join("\n");
}
