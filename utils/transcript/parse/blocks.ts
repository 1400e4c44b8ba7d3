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
/** A name of a cue is one word, and no sentence. */
const NAME = /^\S{1,40}$/;

/**
 * Blocks of a timed text file, forgiving what real files do: no counters, no blank lines between blocks or one after
 * every line, blank lines inside a block, times without hours. Text under a broken timing line is kept without a
 * time. Only WebVTT has a header, comments, styles and names of cues.
 */
export function readBlocks(source: string, isVtt: boolean): { blocks: Block[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const all = linesOf(source);
  const lines = isVtt ? dropAsides(dropHeader(all)) : all;
  const heads = lines.flatMap((line, i) => (isHead(line) ? [i] : []));
  const labels = labelsOf(lines, heads, isVtt, problems);
  const text = (from: number, to: number) => lines.slice(from, to).filter((_, i) => !labels.has(from + i));
  const blocks = heads.map((head, k) => ({
    ...readHead(lines[head]!, problems),
    text: text(head + 1, heads[k + 1] ?? lines.length)
      .map((line) => line.text)
      .join("\n"),
  }));
  for (const line of text(0, heads[0] ?? lines.length))
    if (line.text.trim())
      problems.push({ line: line.number, message: "Text before the first time was left out." });
  return { blocks, problems };
}

/** A timing line has an arrow and a time on at least one side; "A -> B" in a talk about functions has none. */
function isHead({ text }: Line): boolean {
  const [, from = "", to = ""] = (text.includes("->") && TIMING.exec(text)) || [];
  const isTime = (part: string) => /\d[:.,]\d/.test(part) && secondsOf(part) !== null;
  return isTime(from) || isTime(to);
}

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

/**
 * Indexes of the lines that are counters, or in WebVTT names, of the blocks they stand before. A number is a counter
 * when the first block has one and it comes after a blank line or is the next in the row; else it was said. The next
 * counter without a time under it begins a block that lost its time: its words stay with those before.
 */
function labelsOf(lines: Line[], heads: number[], isVtt: boolean, problems: Problem[]): Set<number> {
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
    if (isCounter || (isVtt && at === head - 1 && afterBlank && NAME.test(label))) labels.add(at);
    for (let i = head + 2; counter !== null && i < (heads[k + 1] ?? lines.length) - 2; i++) {
      if (lines[i]!.text.trim() !== String(counter + 1) || lines[i - 1]!.text.trim()) continue;
      counter++;
      labels.add(i);
      problems.push({ line: lines[i]!.number, message: "This block has no time." });
    }
  }
  return labels;
}

/** The header of WebVTT runs to the first blank line or time. */
function dropHeader(lines: Line[]): Line[] {
  const first = lines.findIndex((line) => line.text.trim());
  if (!lines[first]?.text.startsWith("WEBVTT")) return lines;
  const end = lines.findIndex((line, i) => i > first && (!line.text.trim() || isHead(line)));
  return end < 0 ? [] : lines.slice(isHead(lines[end]!) ? end : end + 1);
}

/** Comments, styles and regions run to the next blank line or time; they are no speech. */
function dropAsides(lines: Line[]): Line[] {
  let aside = false;
  return lines.filter((line, i) => {
    if (!aside && ASIDE.test(line.text) && !lines[i - 1]?.text.trim()) aside = true;
    if (aside && (!line.text.trim() || isHead(line))) aside = false;
    return !aside;
  });
}
