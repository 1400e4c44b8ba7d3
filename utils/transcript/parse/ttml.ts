import { Parser } from "htmlparser2";
import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { toNumberOrNull } from "./lenient-json.ts";
import { createLineLocator } from "./source-lines.ts";

/** Whether a text is TTML, or its profiles DFXP and Apple's: its root element is `tt`, with or without a prefix. */
export const isTtml = (text: string) => /<(?:\w{1,20}:)?tt[\s>]/.test(text.slice(0, 4000));

type TtmlAttributes = { [name: string]: string };
type TtmlRates = { tick: number; frame: number };

/**
 * Parses TTML (https://www.w3.org/TR/ttml2/): paragraphs with time expressions, and speakers by `ttm:agent`.
 * Apple Podcasts puts spans around sentences and words, without spaces between them.
 */
export function parseTtml(source: string): ParsedTranscript {
  const problems: ParseProblem[] = [];
  const getLine = createLineLocator(source);
  const agents = new Map<string, string>();
  const rates: TtmlRates = { tick: 1, frame: 30 };
  const cues: Cue[] = [];
  /** Begin times of the open containers, to which the times inside them are relative. */
  const offsets: number[] = [];
  let language: string | null = null;
  let agent = "";
  let isInName = false;
  let cue: Cue | null = null;
  const builder = new TtmlLineBuilder();
  const parser = new Parser(
    {
      onopentag(prefixed, attributes: TtmlAttributes) {
        const name = getLocalName(prefixed);
        const begin = parseTtmlTime(attributes["begin"], rates);
        const before = offsets.reduce((sum, n) => sum + n, 0);
        if (name === "tt") {
          language = attributes["xml:lang"] || null;
          rates.tick = toNumberOrNull(attributes["ttp:tickRate"]) ?? rates.tick;
          rates.frame = toNumberOrNull(attributes["ttp:frameRate"]) ?? rates.frame;
        } else if (name === "agent") agent = attributes["xml:id"] ?? "";
        else if (name === "name") isInName = true;
        else if (name === "body" || name === "div") offsets.push(begin ?? 0);
        else if (name === "p") {
          const id = attributes["ttm:agent"] ?? "";
          const end = parseTtmlTime(attributes["end"], rates);
          if (attributes["begin"] && begin === null)
            problems.push({
              line: getLine(parser.startIndex),
              code: "invalid-time",
              text: attributes["begin"],
            });
          cue = {
            text: "",
            start: begin === null ? null : begin + before,
            end: end === null ? null : end + before,
            speaker: agents.get(id) ?? (id || null),
            line: getLine(parser.startIndex),
          };
          builder.clear();
        } else if (name === "br") builder.addSpace();
        else if (name === "span" && cue) {
          if (attributes["podcasts:unit"] === "word") builder.addSpace();
          // Times of words count from the start of their paragraph, but from the start of the recording in Apple's files.
          const isAbsolute = begin === null || cue.start === null || begin >= cue.start;
          const seconds = isAbsolute ? begin : begin + cue.start!;
          if (seconds !== null) builder.setTime(seconds);
        }
      },
      ontext(text) {
        if (isInName && agent) agents.set(agent, ((agents.get(agent) ?? "") + text).trim());
        else if (cue) builder.addText(text);
      },
      onclosetag(prefixed) {
        const name = getLocalName(prefixed);
        if (name === "name") isInName = false;
        if (name === "agent") agent = "";
        if (name === "body" || name === "div") offsets.pop();
        if (name !== "p" || !cue) return;
        const { text, times } = builder;
        if (text)
          cues.push({
            ...cue,
            text,
            start: cue.start ?? times[0]?.[1] ?? null,
            ...(times.length && { words: times }),
          });
        cue = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  return { format: "ttml", cues, problems, notes: [], language };
}

/** Collects the text of a paragraph, with white space collapsed, and the times of its words. */
class TtmlLineBuilder {
  text = "";
  times: [number, number][] = [];
  #hasSpace = false;
  #seconds: number | null = null;

  clear(): void {
    this.text = "";
    this.times = [];
    this.#hasSpace = false;
    this.#seconds = null;
  }

  addSpace(): void {
    this.#hasSpace = true;
  }

  setTime(seconds: number): void {
    this.#seconds = seconds;
  }

  addText(raw: string): void {
    const text = raw.trim().replace(/\s+/g, " ");
    if (/^\s/.test(raw)) this.#hasSpace = true;
    if (!text) return;
    if (this.text && this.#hasSpace) this.text += " ";
    if (this.#seconds !== null) this.times.push([this.text.length, this.#seconds]);
    this.#seconds = null;
    this.text += text;
    this.#hasSpace = /\s$/.test(raw);
  }
}

const getLocalName = (name: string) => name.replace(/^.*:/, "");

const UNIT_SECONDS: { [unit: string]: number } = { h: 3600, m: 60, s: 1, ms: 0.001 };

/**
 * Parses a time expression: a clock time, or an offset such as "12.5s", "500ms", ticks ("t") or frames ("f").
 *
 * @returns Seconds; null for any other text.
 * @see https://www.w3.org/TR/ttml2/#timing-value-time-expression
 */
function parseTtmlTime(text: string | undefined, rates: TtmlRates): number | null {
  if (!text) return null;
  const offset = /^\s*(\d+(?:\.\d+)?)(h|ms|m|s|f|t)\s*$/.exec(text);
  if (offset) {
    const [, n = "0", unit = "s"] = offset;
    if (unit === "t") return Number(n) / rates.tick;
    if (unit === "f") return Number(n) / rates.frame;
    return Number(n) * UNIT_SECONDS[unit]!;
  }
  const frames = /^\s*(\d+:\d+:\d+):(\d+)\s*$/.exec(text);
  if (frames) return parseTime(frames[1]!)! + Number(frames[2]) / rates.frame;
  return parseTime(text);
}
