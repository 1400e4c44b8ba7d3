import type { StopOdds } from "../../languages/language.ts";

/** Stands for the word before the first one and after the last one. */
const EDGE = "^";

/**
 * The clues around a gap between two words: its neighbors, alone and in pairs.
 * "|" is the gap; "*" is a word that the clue leaves open.
 *
 * @param words Word keys.
 * @param gap Index of the word before the gap.
 */
export function listClues(words: readonly string[], gap: number): string[] {
  const word = (k: number) => words[k] || EDGE;
  const [before, last, next, after] = [word(gap - 1), word(gap), word(gap + 1), word(gap + 2)];
  return [
    "",
    `${last}|`,
    `|${next}`,
    `|*${after}`,
    `${before}*|`,
    `${last}|${next}`,
    `|${next} ${after}`,
    `${before} ${last}|`,
  ];
}

type MarkOdds = StopOdds[string];
type OddsByPair = Map<string, Map<string, MarkOdds>>;

/** Odds by kind of clue, so that no clue has to be put together for every gap. */
interface OddsTables {
  base: MarkOdds;
  last: Map<string, MarkOdds>;
  next: Map<string, MarkOdds>;
  after: Map<string, MarkOdds>;
  before: Map<string, MarkOdds>;
  lastAndNext: OddsByPair;
  beforeAndLast: OddsByPair;
  nextAndAfter: OddsByPair;
}

function buildOddsTables(odds: StopOdds): OddsTables {
  const tables: OddsTables = {
    base: odds[""] ?? [0, 0],
    last: new Map(),
    next: new Map(),
    after: new Map(),
    before: new Map(),
    lastAndNext: new Map(),
    beforeAndLast: new Map(),
    nextAndAfter: new Map(),
  };
  for (const [clue, marks] of Object.entries(odds)) {
    const [left = "", right = ""] = clue.split("|");
    if (!clue) continue;
    if (left.endsWith("*")) tables.before.set(left.slice(0, -1), marks);
    else if (right.startsWith("*")) tables.after.set(right.slice(1), marks);
    else if (left && right) addPairOdds(tables.lastAndNext, left, right, marks);
    else if (left.includes(" ")) addPairOdds(tables.beforeAndLast, ...splitPair(left), marks);
    else if (right.includes(" ")) addPairOdds(tables.nextAndAfter, ...splitPair(right), marks);
    else if (left) tables.last.set(left, marks);
    else tables.next.set(right, marks);
  }
  return tables;
}

const splitPair = (text: string) => text.split(" ") as [string, string];

function addPairOdds(pairs: OddsByPair, a: string, b: string, marks: MarkOdds): void {
  const byFirst = pairs.get(a);
  if (byFirst) byFirst.set(b, marks);
  else pairs.set(a, new Map([[b, marks]]));
}

const tablesByOdds = new WeakMap<StopOdds, OddsTables>();

function getOddsTables(odds: StopOdds): OddsTables {
  const cached = tablesByOdds.get(odds);
  if (cached) return cached;
  const tables = buildOddsTables(odds);
  tablesByOdds.set(odds, tables);
  return tables;
}

/**
 * Chances of a comma and of a full stop after a word, each from 0 to 1.
 * The odds of all clues add up in a multinomial logistic model.
 *
 * @param gap Index of the word.
 * @see https://en.wikipedia.org/wiki/Multinomial_logistic_regression
 */
export function computeStopChances(
  odds: StopOdds,
  words: readonly string[],
  gap: number,
): { comma: number; stop: number } {
  const tables = getOddsTables(odds);
  const word = (k: number) => words[k] || EDGE;
  const [before, last, next, after] = [word(gap - 1), word(gap), word(gap + 1), word(gap + 2)];
  let [comma, stop] = tables.base;
  const add = (marks: MarkOdds | undefined) => {
    if (!marks) return;
    comma += marks[0];
    stop += marks[1];
  };
  add(tables.last.get(last));
  add(tables.next.get(next));
  add(tables.after.get(after));
  add(tables.before.get(before));
  add(tables.lastAndNext.get(last)?.get(next));
  add(tables.beforeAndLast.get(before)?.get(last));
  add(tables.nextAndAfter.get(next)?.get(after));
  const [commaOdds, stopOdds] = [Math.exp(comma / 10), Math.exp(stop / 10)];
  const total = 1 + commaOdds + stopOdds;
  return { comma: commaOdds / total, stop: stopOdds / total };
}
