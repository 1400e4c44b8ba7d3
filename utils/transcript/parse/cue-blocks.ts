import { parseTime } from "../model/clock-time.ts";
import type { ParseProblem } from "../model/parse-problem.ts";
import { splitLines, type SourceLine } from "./source-lines.ts";

/** A timing line and the lines of text under it: what SRT and WebVTT are made of. */
export interface CueBlock {
  line: number;
  start: number | null;
  end: number | null;
  text: string;
}

const TIMING_LINE = /^\s*(\S+)\s*-{1,2}>\s*(\S+)(?:\s.*)?$/;
const COMMENT_START = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
/** A name of a cue is one word, and no sentence. */
const CUE_NAME = /^\S{1,40}$/;

/**
 * Blocks of a timed text file, forgiving what real files do: no counters, no blank lines between blocks or one after
 * every line, blank lines inside a block, times without hours. Text under a broken timing line is kept without a
 * time. Only WebVTT has a header, comments, styles and names of cues.
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
  const text = (from: number, to: number) => lines.slice(from, to).filter((_, i) => !labels.has(from + i));
  const blocks = heads.map((head, k) => ({
    ...parseTimingLine(lines[head]!, problems),
    text: text(head + 1, heads[k + 1] ?? lines.length)
      .map((line) => line.text)
      .join("\n"),
  }));
  for (const line of text(0, heads[0] ?? lines.length))
    if (line.text.trim()) problems.push({ line: line.number, code: "text-before-time" });
  return { blocks, problems };
}

/** A timing line has an arrow and a time on at least one side; "A -> B" in a talk about functions has none. */
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
  const backwards = start !== null && end !== null && end < start;
  if (backwards) problems.push({ line: line.number, code: "ends-before-start" });
  return { line: line.number, start, end: backwards ? null : end };
}

/**
 * Indexes of the lines that are counters, or in WebVTT names, of the blocks they stand before. A number is a counter
 * when the first block has one and it comes after a blank line or is the next in the row; else it was said. The next
 * counter without a time under it begins a block that lost its time: its words stay with those before.
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
    const floor = k ? heads[k - 1]! : -1;
    const at = lines[head - 1]?.text.trim() ? head - 1 : head - 2;
    const label = at > floor ? lines[at]!.text.trim() : "";
    const afterBlank = at - 1 <= floor || !lines[at - 1]!.text.trim();
    const number = /^\d+$/.test(label) ? Number(label) : null;
    const isCounter =
      number !== null && (k === 0 || (counter !== null && (afterBlank || number === counter + 1)));
    if (isCounter) counter = number;
    if (isCounter || (isVtt && at === head - 1 && afterBlank && CUE_NAME.test(label))) labels.add(at);
    for (let i = head + 2; counter !== null && i < (heads[k + 1] ?? lines.length) - 2; i++) {
      if (lines[i]!.text.trim() !== String(counter + 1) || lines[i - 1]!.text.trim()) continue;
      counter++;
      labels.add(i);
      problems.push({ line: lines[i]!.number, code: "missing-time" });
    }
  }
  return labels;
}

/** The header of WebVTT runs to the first blank line or time. */
function dropHeader(lines: SourceLine[]): SourceLine[] {
  const first = lines.findIndex((line) => line.text.trim());
  if (!lines[first]?.text.startsWith("WEBVTT")) return lines;
  const end = lines.findIndex((line, i) => i > first && (!line.text.trim() || isTimingLine(line)));
  return end < 0 ? [] : lines.slice(isTimingLine(lines[end]!) ? end : end + 1);
}

/** Comments, styles and regions run to the next blank line or time; they are no speech. */
function dropComments(lines: SourceLine[]): SourceLine[] {
  let aside = false;
  return lines.filter((line, i) => {
    if (!aside && COMMENT_START.test(line.text) && !lines[i - 1]?.text.trim()) aside = true;
    if (aside && (!line.text.trim() || isTimingLine(line))) aside = false;
    return !aside;
  });
}
