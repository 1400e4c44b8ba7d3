import { Parser } from "htmlparser2";
import { parseTime } from "../model/clock-time.ts";
import type { Cue, ParsedTranscript } from "../model/transcript.ts";
import { extractSpeakerLabels } from "./speaker-labels.ts";
import { collapseWhitespace, createLineLocator } from "./source-lines.ts";

/** Whether a file begins with an HTML tag: a transcript of the podcast namespace, or a whole page. */
export const isHtmlText = (text: string) =>
  /^\s*<(?:!doctype html|!--|html|head|body|cite|time|p|div|section|article|main|span|h[1-6]|ul|ol)[\s>]/i.test(
    text.slice(0, 2000),
  );

/** Elements inside a line; all others begin and end one. */
const INLINE_ELEMENTS = new Set(
  "a abbr b button cite code em font i img label mark q s small span strong sub sup svg time u".split(" "),
);
/** Elements without speech. */
const HIDDEN_ELEMENTS = new Set(["script", "style", "head", "title", "nav", "footer"]);

/**
 * Parses the HTML transcripts of the podcast namespace, `<cite>Name:</cite><time>0:00</time><p>words</p>`, and looser
 * forms. Names and times count at the start of a line only. On a whole page, text before the first one is notes.
 *
 * @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
 */
export function parsePodcastHtml(source: string): ParsedTranscript {
  const getLine = createLineLocator(source);
  const cues: Cue[] = [];
  const notes: string[] = [];
  let hiddenDepth = 0;
  let hasStarted = false;
  let speaker: string | null = null;
  let start: number | null = null;
  let label: { name: string; text: string } | null = null;
  let text = "";
  let line = 1;
  const flush = () => {
    const cueText = collapseWhitespace(text);
    text = "";
    if (!cueText) return;
    cues.push({ text: cueText, start, end: null, speaker, line, paragraph: true });
    start = null;
  };
  const endLabel = () => {
    const labelText = collapseWhitespace(label?.text ?? "");
    const seconds = label?.name === "time" ? parseTime(labelText.replace(/^[([]|[)\]]$/g, "")) : null;
    const isName = label?.name === "cite" && labelText && !text.trim();
    if (seconds === null && !isName) text += label?.text ?? "";
    else {
      if (!hasStarted) notes.push(...cues.splice(0).map((cue) => cue.text));
      hasStarted = true;
      if (isName) speaker = labelText.replace(/\s*:$/, "");
      else start = seconds;
    }
    label = null;
  };
  const parser = new Parser({
    onopentag(name) {
      if (name === "body") hiddenDepth = 0;
      if (HIDDEN_ELEMENTS.has(name)) hiddenDepth++;
      else if (name === "cite" || name === "time") label = { name, text: "" };
      else if (name === "br") text += " ";
      else if (!INLINE_ELEMENTS.has(name)) flush();
      if (!text.trim()) line = getLine(parser.startIndex);
    },
    ontext(part) {
      if (hiddenDepth) return;
      if (label) label.text += part;
      else text += part;
    },
    onclosetag(name) {
      if (HIDDEN_ELEMENTS.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1);
      else if (label?.name === name) endLabel();
      else if (!INLINE_ELEMENTS.has(name) && name !== "br") flush();
    },
  });
  parser.end(source);
  if (label) endLabel();
  flush();
  const spoken = hasStarted ? cues : extractSpeakerLabels(cues);
  return { format: "podcast-html", cues: spoken, problems: [], notes, language: parseHtmlLanguage(source) };
}

const parseHtmlLanguage = (source: string) =>
  /<html[^>]{0,500}\slang=["']?([\w-]+)/i.exec(source.slice(0, 5000))?.[1] ?? null;
