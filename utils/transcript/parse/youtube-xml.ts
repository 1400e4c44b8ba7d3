import { Parser } from "htmlparser2";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript, TimeMark } from "../model/transcript.ts";
import { trimOverlaps } from "./trim-overlaps.ts";
import { parseVoices } from "./caption-markup.ts";
import { toNumberOrNull } from "./lenient-json.ts";
import { collapseWhitespace, createLineLocator } from "./source-lines.ts";

/** Whether a text is one of YouTube's XML caption formats, srv1 or srv3. */
export const isYoutubeXml = (text: string) => /<(?:transcript|timedtext)[\s>]/.test(text.slice(0, 2000));

/**
 * Parses YouTube's srv1 (`<transcript><text>`: seconds, and text escaped twice) and srv3 (`<timedtext><body><p>`:
 * milliseconds, and words with offsets). In srv3, `a="1"` only breaks lines.
 *
 * @see https://docs.rs/crate/srv3-ttml/latest/source/internals/srv3-format.md
 */
export function parseYoutubeXml(source: string): ParsedTranscript {
  const cues: Cue[] = [];
  const problems: ParseProblem[] = [];
  const getLine = createLineLocator(source);
  const isSrv3 = /<timedtext[\s>]/.test(source);
  const unit = isSrv3 ? 1000 : 1;
  const [cueTag, startName, lengthName] = isSrv3 ? ["p", "t", "d"] : ["text", "start", "dur"];
  let cue: Cue | null = null;
  let words: TimeMark[] = [];
  /** Length of the text so far, with white space collapsed. */
  let length = 0;
  const finishCue = () => {
    if (!cue) return;
    const text = isSrv3
      ? collapseWhitespace(cue.text)
      : parseVoices(cue.text.replace(/\n/g, " "))
          .map((v) => v.text)
          .join(" ");
    if (text) cues.push({ ...cue, text, ...(words.length && { words }) });
    cue = null;
    words = [];
    length = 0;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === cueTag) {
          finishCue();
          const start = toNumberOrNull(attributes[startName!]);
          const duration = toNumberOrNull(attributes[lengthName!]);
          if (start === null) problems.push({ line: getLine(parser.startIndex), code: "missing-time" });
          const end = start === null || duration === null ? null : (start + duration) / unit;
          cue = {
            text: "",
            start: start === null ? null : start / unit,
            end,
            speaker: null,
            line: getLine(parser.startIndex),
          };
        } else if (name === "s" && cue) {
          const offset = toNumberOrNull(attributes["t"]) ?? 0;
          if (cue.start !== null) words.push([length + (length ? 1 : 0), cue.start + offset / unit]);
        }
      },
      ontext(text) {
        if (!cue) return;
        const added = collapseWhitespace(text).length;
        if (added) length += added + (length && /^\s/.test(text) ? 1 : 0);
        cue.text += text;
      },
      onclosetag(name) {
        if (name === cueTag) finishCue();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  finishCue();
  return {
    format: isSrv3 ? "youtube-srv3" : "youtube-srv1",
    cues: trimOverlaps(cues),
    problems,
    notes: [],
    language: null,
  };
}
