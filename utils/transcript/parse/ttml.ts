import { Parser } from "htmlparser2";
import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { toNumberOrNull } from "./lenient-json.ts";
import { createLineLocator } from "./source-lines.ts";

/** TTML, DFXP and Apple's form of it: a root element `tt`, with or without a prefix. */
export const isTtml = (text: string) => /<(?:\w{1,20}:)?tt[\s>]/.test(text.slice(0, 4000));

type TtmlAttributes = { [name: string]: string };
type TtmlRates = { tick: number; frame: number };

/**
 * Reads TTML: lines with begin and end (clock times, "12.5s", "500ms", ticks and frames), speakers by `ttm:agent`,
 * and Apple's spans around sentences and single words, which carry no spaces between them.
 */
export function parseTtml(source: string): ParsedTranscript {
  const problems: ParseProblem[] = [];
  const line = createLineLocator(source);
  const agents = new Map<string, string>();
  const rates: TtmlRates = { tick: 1, frame: 30 };
  const cues: Cue[] = [];
  /** What the containers that are open add to the times inside them. */
  const offsets: number[] = [];
  let language: string | null = null;
  let agent = "";
  let naming = false;
  let cue: Cue | null = null;
  const words = new TtmlLineBuilder();
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
        else if (name === "name") naming = true;
        else if (name === "body" || name === "div") offsets.push(begin ?? 0);
        else if (name === "p") {
          const id = attributes["ttm:agent"] ?? "";
          const end = parseTtmlTime(attributes["end"], rates);
          if (attributes["begin"] && begin === null)
            problems.push({ line: line(parser.startIndex), code: "invalid-time", text: attributes["begin"] });
          cue = {
            text: "",
            start: begin === null ? null : begin + before,
            end: end === null ? null : end + before,
            speaker: agents.get(id) ?? (id || null),
            line: line(parser.startIndex),
          };
          words.clear();
        } else if (name === "br") words.addSpace();
        else if (name === "span" && cue) {
          if (attributes["podcasts:unit"] === "word") words.addSpace();
          // Times of words are told from the start of the recording by Apple, from the line's start by the standard.
          const own = begin === null || cue.start === null || begin >= cue.start ? begin : begin + cue.start;
          if (own !== null) words.setTime(own);
        }
      },
      ontext(text) {
        if (naming && agent) agents.set(agent, ((agents.get(agent) ?? "") + text).trim());
        else if (cue) words.addText(text);
      },
      onclosetag(prefixed) {
        const name = getLocalName(prefixed);
        if (name === "name") naming = false;
        if (name === "agent") agent = "";
        if (name === "body" || name === "div") offsets.pop();
        if (name !== "p" || !cue) return;
        const { text, times } = words;
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

/** A line as it grows, white space folded, with the times of its words. */
class TtmlLineBuilder {
  text = "";
  times: [number, number][] = [];
  #space = false;
  #time: number | null = null;

  clear(): void {
    this.text = "";
    this.times = [];
    this.#space = false;
    this.#time = null;
  }

  addSpace(): void {
    this.#space = true;
  }

  setTime(seconds: number): void {
    this.#time = seconds;
  }

  addText(raw: string): void {
    const said = raw.trim().replace(/\s+/g, " ");
    if (/^\s/.test(raw)) this.#space = true;
    if (!said) return;
    if (this.text && this.#space) this.text += " ";
    if (this.#time !== null) this.times.push([this.text.length, this.#time]);
    this.#time = null;
    this.text += said;
    this.#space = /\s$/.test(raw);
  }
}

const getLocalName = (name: string) => name.replace(/^.*:/, "");

const UNIT_SECONDS: { [unit: string]: number } = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Seconds of a TTML time expression; null when it is none. */
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
