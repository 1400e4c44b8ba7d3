import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import { splitLines, type SourceLine } from "./source-lines.ts";

/** A timing line of SubRip or WebVTT and the text after it. */
export interface CueBlock {
  line: number;
  start: number | null;
  end: number | null;
  text: string;
}

const TIMING_LINE = /^\s*(\S+)\s*-{1,2}>\s*(\S+)(?:\s.*)?$/;
const COMMENT_START = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
/** The identifier of a cue; a longer line, or one with spaces, is taken for text. */
const CUE_IDENTIFIER = /^\S{1,40}$/;

/**
 * Parses the cue blocks of SubRip or WebVTT.
 * It accepts what real files do: no counters, no blank lines between blocks, a blank line after every line, blank
 * lines inside a block, and times without hours. Text after a broken timing line becomes a cue without a time.
 *
 * @param isVtt WebVTT has a header, comments, styles and identifiers of cues
 * (https://www.w3.org/TR/webvtt1/#introduction-other-features).
 */
export function parseCueBlocks(
  source: string,
  isVtt: boolean,
): { blocks: CueBlock[]; problems: ParseProblem[] } {
  const problems: ParseProblem[] = [];
  const all = splitLines(source);
  const lines = isVtt ? dropComments(dropHeader(all)) : all;
  const heads = lines.flatMap((line, i) => (isTimingLine(line) ? [i] : []));
  const labels = findCueLabels(lines, heads, isVtt, problems);
  const getTextLines = (from: number, to: number) =>
    lines.slice(from, to).filter((_, i) => !labels.has(from + i));
  const blocks = heads.map((head, k) => ({
    ...parseTimingLine(lines[head]!, problems),
    text: getTextLines(head + 1, heads[k + 1] ?? lines.length)
      .map((line) => line.text)
      .join("\n"),
  }));
  for (const line of getTextLines(0, heads[0] ?? lines.length))
    if (line.text.trim()) problems.push({ line: line.number, code: "text-before-time" });
  return { blocks, problems };
}

/** Whether a line has an arrow with a time on at least one side, unlike "A -> B" in a talk about functions. */
function isTimingLine({ text }: SourceLine): boolean {
  const [, from = "", to = ""] = (text.includes("->") && TIMING_LINE.exec(text)) || [];
  const isTime = (part: string) => /\d[:.,]\d/.test(part) && parseTime(part) !== null;
  return isTime(from) || isTime(to);
}

function parseTimingLine(line: SourceLine, problems: ParseProblem[]): Omit<CueBlock, "text"> {
  const [, from = "", to = ""] = TIMING_LINE.exec(line.text) ?? [];
  const start = parseTime(from);
  const end = parseTime(to);
  if (start === null) problems.push({ line: line.number, code: "invalid-time", text: from });
  if (end === null) problems.push({ line: line.number, code: "invalid-time", text: to });
  const isBackwards = start !== null && end !== null && end < start;
  if (isBackwards) problems.push({ line: line.number, code: "ends-before-start" });
  return { line: line.number, start, end: isBackwards ? null : end };
}

/**
 * Finds the lines that are counters or identifiers of the block after them.
 * A number is a counter if the first block has one, and it follows a blank line or continues the count. Any other
 * number is text. A counter without a timing line begins a block that lost its time; its text joins the block before.
 *
 * @returns Indexes of lines.
 */
function findCueLabels(
  lines: SourceLine[],
  heads: number[],
  isVtt: boolean,
  problems: ParseProblem[],
): Set<number> {
  const labels = new Set<number>();
  let counter: number | null = null;
  for (const [k, head] of heads.entries()) {
    const previousHead = k ? heads[k - 1]! : -1;
    const at = lines[head - 1]?.text.trim() ? head - 1 : head - 2;
    const label = at > previousHead ? lines[at]!.text.trim() : "";
    const afterBlank = at - 1 <= previousHead || !lines[at - 1]!.text.trim();
    const number = /^\d+$/.test(label) ? Number(label) : null;
    const isCounter =
      number !== null && (k === 0 || (counter !== null && (afterBlank || number === counter + 1)));
    if (isCounter) counter = number;
    if (isCounter || (isVtt && at === head - 1 && afterBlank && CUE_IDENTIFIER.test(label))) labels.add(at);
    for (let i = head + 2; counter !== null && i < (heads[k + 1] ?? lines.length) - 2; i++) {
      if (lines[i]!.text.trim() !== String(counter + 1) || lines[i - 1]!.text.trim()) continue;
      counter++;
      labels.add(i);
      problems.push({ line: lines[i]!.number, code: "missing-time" });
    }
  }
  return labels;
}

/** Drops the header of WebVTT, up to the first blank line or timing line. */
function dropHeader(lines: SourceLine[]): SourceLine[] {
  const first = lines.findIndex((line) => line.text.trim());
  if (!lines[first]?.text.startsWith("WEBVTT")) return lines;
  const end = lines.findIndex((line, i) => i > first && (!line.text.trim() || isTimingLine(line)));
  return end < 0 ? [] : lines.slice(isTimingLine(lines[end]!) ? end : end + 1);
}

/** Drops comments, styles and regions of WebVTT, each up to the next blank line or timing line. */
function dropComments(lines: SourceLine[]): SourceLine[] {
  let isComment = false;
  return lines.filter((line, i) => {
    if (!isComment && COMMENT_START.test(line.text) && !lines[i - 1]?.text.trim()) isComment = true;
    if (isComment && (!line.text.trim() || isTimingLine(line))) isComment = false;
    return !isComment;
  });
}
