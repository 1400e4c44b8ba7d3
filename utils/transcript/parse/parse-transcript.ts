import type { PlainProblemCode } from "../model/parse-problem.ts";
import type { TranscriptFormat, ParsedTranscript } from "../model/transcript.ts";
import { isJsonText } from "./lenient-json.ts";
import { isLabelledText, parseLabelledText } from "./labelled-text.ts";
import { decodeSource, MAX_SOURCE_CHARACTERS } from "./source-lines.ts";
import { isMinuteMarkText, parseMinuteMarkText } from "./minute-mark-text.ts";
import { isNumberedText, parseNumberedText } from "./numbered-text.ts";
import { parsePlainText } from "./plain-text.ts";
import { isHtmlText, parsePodcastHtml } from "./podcast-html.ts";
import { isPodcastJson, parsePodcastJson } from "./podcast-json.ts";
import { isSrt, parseSrt } from "./srt.ts";
import { isTtml, parseTtml } from "./ttml.ts";
import { isVtt, parseVtt } from "./vtt.ts";
import { isWhisperJson, parseWhisperJson } from "./whisper-json.ts";
import { isYoutubeJson3, parseYoutubeJson3 } from "./youtube-json3.ts";
import { isYoutubeXml, parseYoutubeXml } from "./youtube-xml.ts";

type FormatParser = [looksLike: (text: string) => boolean, read: (text: string) => ParsedTranscript];
/** JSON of a shape that is not known, or broken; it may still hold a text. A line in brackets ("[Music]") is no JSON. */
const isUnknownJson = (text: string) => /^\uFEFF?\s*(?:\{\s*"|\[\s*[[{])/.test(text.slice(0, 2000));
const matchJson = (looksLike: (text: string) => boolean) => (text: string) =>
  isJsonText(text) && looksLike(text);

/**
 * Every format, told apart by what is in the file; names and media types of transcripts lie too often.
 * The order matters: a format that says its name comes before one that is guessed by shape, JSON by its field
 * names from the rarest, numbered text before SRT's looser kin, and plain text takes what is left.
 */
const FORMAT_PARSERS: FormatParser[] = [
  [isVtt, parseVtt],
  [matchJson(isYoutubeJson3), parseYoutubeJson3],
  [matchJson(isPodcastJson), parsePodcastJson],
  [matchJson(isWhisperJson), parseWhisperJson],
  [isUnknownJson, parseWhisperJson],
  [isYoutubeXml, parseYoutubeXml],
  [isTtml, parseTtml],
  [isSrt, parseSrt],
  [isHtmlText, parsePodcastHtml],
  [isNumberedText, parseNumberedText],
  [isLabelledText, parseLabelledText],
  [isMinuteMarkText, parseMinuteMarkText],
];

/** Reads a transcript of any known format from text or bytes. Never throws; an empty result says why. */
export function parseTranscript(source: string | Uint8Array): ParsedTranscript {
  const text = typeof source === "string" ? source : decodeSource(source);
  if (text.length > MAX_SOURCE_CHARACTERS) return createUnreadableResult("plain", "too-large");
  if (text.includes("\u0000")) return createUnreadableResult("plain", "not-text");
  const read = FORMAT_PARSERS.find(([looksLike]) => looksLike(text))?.[1] ?? parsePlainText;
  const parsed = read(text);
  if (!parsed.cues.length && !parsed.problems.length) parsed.problems.push({ line: 1, code: "empty" });
  return parsed;
}

const createUnreadableResult = (format: TranscriptFormat, code: PlainProblemCode): ParsedTranscript => ({
  format,
  cues: [],
  problems: [{ line: 1, code }],
  notes: [],
  language: null,
});
