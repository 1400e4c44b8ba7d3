import { Parser } from "htmlparser2";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript, TimeMark } from "../model/transcript.ts";
import { trimOverlaps } from "./trim-overlaps.ts";
import { parseVoices } from "./caption-markup.ts";
import { toNumberOrNull } from "./lenient-json.ts";
import { collapseWhitespace, createLineLocator } from "./source-lines.ts";

/** YouTube's XML caption formats: srv1 (`<transcript><text>`) and srv3 (`<timedtext><body><p>`). */
export const isYoutubeXml = (text: string) => /<(?:transcript|timedtext)[\s>]/.test(text.slice(0, 2000));

/** Reads srv1 (seconds, text escaped twice) and srv3 (milliseconds, words with offsets; `a="1"` only breaks lines). */
export function parseYoutubeXml(source: string): ParsedTranscript {
  const cues: Cue[] = [];
  const problems: ParseProblem[] = [];
  const line = createLineLocator(source);
  const srv3 = /<timedtext[\s>]/.test(source);
  const unit = srv3 ? 1000 : 1;
  const [cueTag, startName, lengthName] = srv3 ? ["p", "t", "d"] : ["text", "start", "dur"];
  let cue: Cue | null = null;
  let words: TimeMark[] = [];
  /** Length of the words so far, white space folded. */
  let length = 0;
  const close = () => {
    if (!cue) return;
    const text = srv3
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
          close();
          const start = toNumberOrNull(attributes[startName!]);
          const lasting = toNumberOrNull(attributes[lengthName!]);
          if (start === null) problems.push({ line: line(parser.startIndex), code: "missing-time" });
          const end = start === null || lasting === null ? null : (start + lasting) / unit;
          cue = {
            text: "",
            start: start === null ? null : start / unit,
            end,
            speaker: null,
            line: line(parser.startIndex),
          };
        } else if (name === "s" && cue) {
          const offset = toNumberOrNull(attributes["t"]) ?? 0;
          if (cue.start !== null) words.push([length + (length ? 1 : 0), cue.start + offset / unit]);
        }
      },
      ontext(text) {
        if (!cue) return;
        const said = collapseWhitespace(text).length;
        if (said) length += said + (length && /^\s/.test(text) ? 1 : 0);
        cue.text += text;
      },
      onclosetag(name) {
        if (name === cueTag) close();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  close();
  return {
    format: srv3 ? "youtube-srv3" : "youtube-srv1",
    cues: trimOverlaps(cues),
    problems,
    notes: [],
    language: null,
  };
}
