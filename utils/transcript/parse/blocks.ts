import { secondsOf } from "../clock.ts";
import type { Problem } from "../model.ts";
import { linesOf, type Line } from "./lines.ts";

/** A timing line and the lines of text under it: what SRT and WebVTT are made of. */
export interface Block {
  line: number;
  start: number | null;
  end: number | null;
  text: string;
}

const TIMING = /^\s*(\S+)\s*-{1,2}>\s*(\S+)(?:\s.*)?$/;
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * Blocks of a timed text file, forgiving what real files do: no counters, no blank lines between blocks, blank
 * lines inside them, times without hours. Text under a broken timing line is kept without a time.
 */
export function readBlocks(source: string): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = dropAsides(linesOf(source));
  const heads = lines.flatMap((line, i) => (isHead(line) ? [i] : []));
  const blocks = heads.map((head, k) => {
    const next = heads[k + 1];
    const body = lines.slice(head + 1, next === undefined ? lines.length : textEnd(lines, head, next));
    return { ...readHead(lines[head]!, problems), text: body.map((line) => line.text).join("\n") };
  });
  const first = heads[0] === undefined ? lines.length : textEnd(lines, -1, heads[0]);
  for (const line of lines.slice(0, first))
    if (line.text.trim() && !/^(?:WEBVTT|Kind:|Language:)/.test(line.text))
      problems.push({ line: line.number, message: "Text before the first time was left out." });
  return { blocks, problems };
}

const isHead = (line: Line) => line.text.includes("->") && TIMING.test(line.text);

function readHead(line: Line, problems: Problem[]): Omit<Block, "text"> {
  const [, from = "", to = ""] = TIMING.exec(line.text) ?? [];
  const start = secondsOf(from);
  const end = secondsOf(to);
  if (start === null) problems.push({ line: line.number, message: `“${from}” is no time.` });
  if (end === null) problems.push({ line: line.number, message: `“${to}” is no time.` });
  const backwards = start !== null && end !== null && end < start;
  if (backwards) problems.push({ line: line.number, message: "A line ends before it starts." });
  return { line: line.number, start, end: backwards ? null : end };
}

/** Where the text under one head ends: before the counter or name that belongs to the next head. */
function textEnd(lines: Line[], head: number, next: number): number {
  const before = next - 1;
  if (before <= head) return next;
  const label = lines[before]!.text.trim();
  const afterBlank = before - 1 > head && !lines[before - 1]!.text.trim();
  return /^\d+$/.test(label) || (label && afterBlank) ? before : next;
}

/** Comments, styles and regions of WebVTT run to the next blank line; they are no speech. */
function dropAsides(lines: Line[]): Line[] {
  let aside = false;
  return lines.filter((line, i) => {
    const blank = !line.text.trim();
    if (!aside && ASIDE.test(line.text) && !lines[i - 1]?.text.trim()) aside = true;
    if (aside && blank) aside = false;
    return !aside;
  });
}
