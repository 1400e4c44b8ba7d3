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

type FormatParser = [matches: (text: string) => boolean, parse: (text: string) => ParsedTranscript];
/** Whether a text starts like a JSON object or list of them; a line in brackets such as "[Music]" does not. */
const isUnknownJson = (text: string) => /^\uFEFF?\s*(?:\{\s*"|\[\s*[[{])/.test(text.slice(0, 2000));
const matchJson = (matches: (text: string) => boolean) => (text: string) => isJsonText(text) && matches(text);

/**
 * All formats but plain text, recognized by content, because file names and media types are often wrong.
 * The first match wins: formats that name themselves come first, then JSON from the rarest field names on, then
 * formats recognized by shape from the strictest on.
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

/**
 * Parses a transcript of any known format. It never throws: a result without cues has a problem that says why.
 *
 * @example
 * parseTranscript("1\n00:00:01,000 --> 00:00:02,000\nHello\n").cues[0]; // { text: "Hello", start: 1, end: 2, … }
 */
export function parseTranscript(source: string | Uint8Array): ParsedTranscript {
  const text = typeof source === "string" ? source : decodeSource(source);
  if (text.length > MAX_SOURCE_CHARACTERS) return createUnreadableResult("plain", "too-large");
  if (text.includes("\u0000")) return createUnreadableResult("plain", "not-text");
  const parse = FORMAT_PARSERS.find(([matches]) => matches(text))?.[1] ?? parsePlainText;
  const parsed = parse(text);
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
