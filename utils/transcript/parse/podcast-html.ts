import { Parser } from "htmlparser2";
import { parseTime } from "../model/clock-time.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { collapseWhitespace, createLineLocator } from "./source-lines.ts";

/** A file that begins with a tag: the form of the podcast namespace, and whole pages of hosts. */
export const isHtmlText = (text: string) =>
  /^\s*<(?:!doctype html|!--|html|head|body|cite|time|p|div|section|article|main|span|h[1-6]|ul|ol)[\s>]/i.test(
    text.slice(0, 2000),
  );

/** Elements inside a line; every other one begins and ends one. */
const INLINE_ELEMENTS = new Set(
  "a abbr b button cite code em font i img label mark q s small span strong sub sup svg time u".split(" "),
);
/** What is in these is never speech. */
const HIDDEN_ELEMENTS = new Set(["script", "style", "head", "title", "nav", "footer"]);

/**
 * Reads `<cite>Name:</cite><time>0:00</time><p>words</p>` and looser forms of it. A name or time counts as one where
 * a line begins; inside a line it is words. On a whole page only what follows the first name or time is speech; what
 * stands before it is kept as notes.
 */
export function parsePodcastHtml(source: string): ParsedTranscript {
  const line = createLineLocator(source);
  const cues: Cue[] = [];
  const notes: string[] = [];
  let hidden = 0;
  let started = false;
  let speaker: string | null = null;
  let start: number | null = null;
  let label: { name: string; text: string } | null = null;
  let text = "";
  let at = 1;
  const flush = () => {
    const said = collapseWhitespace(text);
    text = "";
    if (!said) return;
    cues.push({ text: said, start, end: null, speaker, line: at, paragraph: true });
    start = null;
  };
  const endLabel = () => {
    const words = collapseWhitespace(label?.text ?? "");
    const seconds = label?.name === "time" ? parseTime(words.replace(/^[([]|[)\]]$/g, "")) : null;
    const isName = label?.name === "cite" && words && !text.trim();
    if (seconds === null && !isName) text += label?.text ?? "";
    else {
      if (!started) notes.push(...cues.splice(0).map((cue) => cue.text));
      started = true;
      if (isName) speaker = words.replace(/\s*:$/, "");
      else start = seconds;
    }
    label = null;
  };
  const parser = new Parser({
    onopentag(name) {
      if (name === "body") hidden = 0;
      if (HIDDEN_ELEMENTS.has(name)) hidden++;
      else if (name === "cite" || name === "time") label = { name, text: "" };
      else if (name === "br") text += " ";
      else if (!INLINE_ELEMENTS.has(name)) flush();
      if (!text.trim()) at = line(parser.startIndex);
    },
    ontext(part) {
      if (hidden) return;
      if (label) label.text += part;
      else text += part;
    },
    onclosetag(name) {
      if (HIDDEN_ELEMENTS.has(name)) hidden = Math.max(0, hidden - 1);
      else if (label?.name === name) endLabel();
      else if (!INLINE_ELEMENTS.has(name) && name !== "br") flush();
    },
  });
  parser.end(source);
  if (label) endLabel();
  flush();
  const spoken = started ? cues : extractSpeakerLabels(cues);
  return { format: "podcast-html", cues: spoken, problems: [], notes, language: parseHtmlLanguage(source) };
}

const parseHtmlLanguage = (source: string) =>
  /<html[^>]{0,500}\slang=["']?([\w-]+)/i.exec(source.slice(0, 5000))?.[1] ?? null;
