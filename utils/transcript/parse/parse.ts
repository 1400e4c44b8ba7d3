import type { Format, Parsed } from "../model.ts";
import { looksLikeJson } from "./json.ts";
import { looksLikeLabelledText, readLabelledText } from "./labelled-text.ts";
import { decode, LONGEST_SOURCE } from "./lines.ts";
import { looksLikeMinuteMarks, readMinuteMarks } from "./minute-marks.ts";
import { looksLikeNumberedText, readNumberedText } from "./numbered-text.ts";
import { readPlain } from "./plain.ts";
import { looksLikeHtml, readPodcastHtml } from "./podcast-html.ts";
import { looksLikePodcastJson, readPodcastJson } from "./podcast-json.ts";
import { looksLikeSrt, readSrt } from "./srt.ts";
import { looksLikeTtml, readTtml } from "./ttml.ts";
import { looksLikeVtt, readVtt } from "./vtt.ts";
import { looksLikeWhisperJson, readWhisperJson } from "./whisper-json.ts";
import { looksLikeJson3, readJson3 } from "./youtube-json3.ts";
import { looksLikeYoutubeXml, readYoutubeXml } from "./youtube-xml.ts";

type Kind = [looksLike: (text: string) => boolean, read: (text: string) => Parsed];
/** JSON of a shape that is not known, or broken; it may still hold a text. A line in brackets ("[Music]") is no JSON. */
const isJson = (text: string) => /^\uFEFF?\s*(?:\{\s*"|\[\s*[[{])/.test(text.slice(0, 2000));
const json = (looksLike: (text: string) => boolean) => (text: string) =>
  looksLikeJson(text) && looksLike(text);

/**
 * Every format, told apart by what is in the file; names and media types of transcripts lie too often.
 * The order matters: a format that says its name comes before one that is guessed by shape, JSON by its field
 * names from the rarest, numbered text before SRT's looser kin, and plain text takes what is left.
 */
const KINDS: Kind[] = [
  [looksLikeVtt, readVtt],
  [json(looksLikeJson3), readJson3],
  [json(looksLikePodcastJson), readPodcastJson],
  [json(looksLikeWhisperJson), readWhisperJson],
  [isJson, readWhisperJson],
  [looksLikeYoutubeXml, readYoutubeXml],
  [looksLikeTtml, readTtml],
  [looksLikeSrt, readSrt],
  [looksLikeHtml, readPodcastHtml],
  [looksLikeNumberedText, readNumberedText],
  [looksLikeLabelledText, readLabelledText],
  [looksLikeMinuteMarks, readMinuteMarks],
];

/** Reads a transcript of any known format from text or bytes. Never throws; an empty result says why. */
export function parse(source: string | Uint8Array): Parsed {
  const text = typeof source === "string" ? source : decode(source);
  if (text.length > LONGEST_SOURCE) return unreadable("plain", "The file is too large to be a transcript.");
  if (text.includes("\u0000")) return unreadable("plain", "This is no text file.");
  const read = KINDS.find(([looksLike]) => looksLike(text))?.[1] ?? readPlain;
  const parsed = read(text);
  if (!parsed.cues.length && !parsed.problems.length)
    parsed.problems.push({ line: 1, message: "There are no words in this file." });
  return parsed;
}

const unreadable = (format: Format, message: string): Parsed => ({
  format,
  cues: [],
  problems: [{ line: 1, message }],
  notes: [],
  language: null,
});
