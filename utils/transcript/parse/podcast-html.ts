import { Parser } from "htmlparser2";
import { secondsOf } from "../clock.ts";
import type { Cue, Parsed, Problem } from "../model.ts";
import { liftLabels } from "./labels.ts";
import { folded, lineCounter } from "./lines.ts";

/** HTML with paragraphs: the form of the podcast namespace, and whole pages of hosts. */
export const looksLikeHtml = (text: string) =>
  /<(?:!doctype html|html|body|cite|time|p)[\s>]/i.test(text.slice(0, 20_000));

const BLOCKS = new Set(["p", "li", "blockquote", "dd", "td", "h1", "h2", "h3", "h4"]);
const HIDDEN = new Set([
  "script",
  "style",
  "head",
  "nav",
  "footer",
  "noscript",
  "template",
  "svg",
  "button",
  "title",
]);

/**
 * Reads `<cite>Name:</cite><time>0:00</time><p>words</p>`. On a whole page only what follows the first name or
 * time is speech; what stands before it is kept as notes.
 */
export function readPodcastHtml(source: string): Parsed {
  const problems: Problem[] = [];
  const line = lineCounter(source);
  const cues: Cue[] = [];
  const marked = /<(?:cite|time)[\s>]/i.test(source);
  let notes: string[] = [];
  let hidden = 0;
  let speaker: string | null = null;
  let start: number | null = null;
  let place: "cite" | "time" | "block" | null = null;
  let text = "";
  let at = 1;
  let started = !marked;
  const flush = () => {
    const said = folded(text);
    text = "";
    if (!said) return;
    if (!started) notes = [...notes, said];
    else cues.push({ text: said, start, end: null, speaker, line: at, paragraph: true });
    if (started) start = null;
  };
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN.has(name)) hidden++;
      else if (name === "cite" || name === "time") {
        if (place === "block") flush();
        place = name;
        text = "";
      } else if (BLOCKS.has(name)) {
        if (place === "block") flush();
        place = "block";
        text = "";
        at = line(parser.startIndex);
      } else if (name === "br") text += " ";
    },
    ontext(part) {
      if (!hidden && place) text += part;
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      else if (name === "cite" || name === "time") {
        const label = folded(text);
        text = "";
        place = null;
        started = true;
        if (name === "cite") speaker = label.replace(/\s*:$/, "") || speaker;
        else start = timeOf(label, line(parser.startIndex), problems);
      } else if (BLOCKS.has(name)) {
        flush();
        place = null;
      }
    },
  });
  parser.end(source);
  flush();
  return {
    format: "podcast-html",
    cues: marked ? cues : liftLabels(cues),
    problems,
    notes,
    language: languageOf(source),
  };
}

function timeOf(label: string, line: number, problems: Problem[]): number | null {
  const seconds = secondsOf(label.replace(/^[([]|[)\]]$/g, ""));
  if (seconds === null && label) problems.push({ line, message: `“${label}” is no time.` });
  return seconds;
}

const languageOf = (source: string) => /<html[^>]*\slang=["']?([\w-]+)/i.exec(source)?.[1] ?? null;
