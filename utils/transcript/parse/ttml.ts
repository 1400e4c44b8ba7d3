import { Parser } from "htmlparser2";
import { secondsOf } from "../clock.ts";
import type { Cue, Parsed, Problem } from "../model.ts";
import { numberOf } from "./json.ts";
import { folded, lineCounter } from "./lines.ts";
import { cuesOfWords, type TimedWord } from "./words.ts";

/** TTML, DFXP and Apple's form of it: a root element `tt`, with or without a prefix. */
export const looksLikeTtml = (text: string) => /<(?:\w+:)?tt[\s>]/.test(text.slice(0, 4000));

type Attributes = { [name: string]: string };

/**
 * Reads TTML: lines with begin and end (clock times, "12.5s", "500ms", ticks and frames), speakers by `ttm:agent`,
 * and Apple's spans around sentences and single words, which carry no spaces between them.
 */
export function readTtml(source: string): Parsed {
  const problems: Problem[] = [];
  const line = lineCounter(source);
  const agents = new Map<string, string>();
  const lines: Cue[] = [];
  const words: TimedWord[] = [];
  const rates = { tick: 1, frame: 30 };
  let language: string | null = null;
  let agent = "";
  let cue: Cue | null = null;
  let word: TimedWord | null = null;
  let naming = false;
  const parser = new Parser(
    {
      onopentag(prefixed, attributes: Attributes) {
        const name = local(prefixed);
        const begin = timeOf(attributes["begin"], rates);
        if (name === "tt") {
          language = attributes["xml:lang"] || null;
          rates.tick = numberOf(attributes["ttp:tickRate"]) ?? rates.tick;
          rates.frame = numberOf(attributes["ttp:frameRate"]) ?? rates.frame;
        } else if (name === "agent") agent = attributes["xml:id"] ?? "";
        else if (name === "name") naming = true;
        else if (name === "p") {
          const id = attributes["ttm:agent"] ?? "";
          const end = timeOf(attributes["end"], rates);
          if (attributes["begin"] && begin === null)
            problems.push({ line: line(parser.startIndex), message: `“${attributes["begin"]}” is no time.` });
          cue = {
            text: "",
            start: begin,
            end,
            speaker: agents.get(id) ?? (id || null),
            line: line(parser.startIndex),
          };
        } else if (name === "br" && cue) cue.text += " ";
        else if (name === "span" && cue && attributes["podcasts:unit"] === "word")
          word = {
            text: "",
            start: begin,
            end: timeOf(attributes["end"], rates),
            speaker: cue.speaker,
            line: cue.line,
          };
      },
      ontext(text) {
        if (naming && agent) agents.set(agent, folded((agents.get(agent) ?? "") + text));
        else if (word) word.text += text;
        else if (cue) cue.text += text;
      },
      onclosetag(prefixed) {
        const name = local(prefixed);
        if (name === "name") naming = false;
        if (name === "agent") agent = "";
        if (name === "span" && word) {
          words.push(word);
          word = null;
        }
        if (name === "p" && cue) {
          const text = folded(cue.text);
          if (text) lines.push({ ...cue, text });
          cue = null;
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  return { format: "ttml", cues: words.length ? cuesOfWords(words) : lines, problems, notes: [], language };
}

const local = (name: string) => name.replace(/^.*:/, "");

const UNITS: { [unit: string]: number } = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Seconds of a TTML time expression; null when it is none. */
function timeOf(text: string | undefined, rates: { tick: number; frame: number }): number | null {
  if (!text) return null;
  const offset = /^\s*(\d+(?:\.\d+)?)(h|ms|m|s|f|t)\s*$/.exec(text);
  if (offset) {
    const [, n = "0", unit = "s"] = offset;
    if (unit === "t") return Number(n) / rates.tick;
    if (unit === "f") return Number(n) / rates.frame;
    return Number(n) * UNITS[unit]!;
  }
  const frames = /^\s*(\d+:\d+:\d+):(\d+)\s*$/.exec(text);
  if (frames) return secondsOf(frames[1]!)! + Number(frames[2]) / rates.frame;
  return secondsOf(text);
}
