import table from "./stop-odds.json" with { type: "json" };

/**
 * How likely a comma or a full stop stands between two words, learnt from the punctuated transcripts that ship:
 * for each clue the logarithm of the odds, in tenths, of a comma and of a full stop against nothing.
 */
const ODDS_BY_CLUE = table as unknown as { [clue: string]: [comma: number, stop: number] };

/** What is looked at between two words: the words around the gap, alone and in pairs. Small letters. */
export function listClues(words: readonly string[], gap: number): string[] {
  const word = (k: number) => words[k] || "^";
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

type StopOdds = readonly [comma: number, stop: number];
const NO_ODDS: StopOdds = [0, 0];

/** The table by what each clue looks at, so that no clue has to be put together for every gap. */
function buildOddsTables() {
  const [last, next, after, before] = [0, 1, 2, 3].map(() => new Map<string, StopOdds>()) as [
    Map<string, StopOdds>,
    Map<string, StopOdds>,
    Map<string, StopOdds>,
    Map<string, StopOdds>,
  ];
  const [across, behind, ahead] = [0, 1, 2].map(() => new Map<string, Map<string, StopOdds>>()) as [
    OddsByPair,
    OddsByPair,
    OddsByPair,
  ];
  for (const [clue, odds] of Object.entries(ODDS_BY_CLUE)) {
    const [left = "", right = ""] = clue.split("|");
    if (!clue) continue;
    if (left.endsWith("*")) before.set(left.slice(0, -1), odds);
    else if (right.startsWith("*")) after.set(right.slice(1), odds);
    else if (left && right) addOdds(across, left, right, odds);
    else if (left.includes(" ")) addOdds(behind, ...splitPair(left), odds);
    else if (right.includes(" ")) addOdds(ahead, ...splitPair(right), odds);
    else if (left) last.set(left, odds);
    else next.set(right, odds);
  }
  return { last, next, after, before, across, behind, ahead };
}

type OddsByPair = Map<string, Map<string, StopOdds>>;
const splitPair = (text: string) => text.split(" ") as [string, string];
function addOdds(pairs: OddsByPair, a: string, b: string, odds: StopOdds): void {
  const row = pairs.get(a);
  if (row) row.set(b, odds);
  else pairs.set(a, new Map([[b, odds]]));
}

let cachedTables: ReturnType<typeof buildOddsTables> | null = null;

/** Chances of a comma and of a full stop behind a word, 0 to 1; `gap` is the word's index. */
export function computeStopChances(words: readonly string[], gap: number): { comma: number; stop: number } {
  cachedTables ??= buildOddsTables();
  const word = (k: number) => words[k] || "^";
  const [before, last, next, after] = [word(gap - 1), word(gap), word(gap + 1), word(gap + 2)];
  let [comma, stop] = ODDS_BY_CLUE[""] ?? NO_ODDS;
  const add = (odds: StopOdds | undefined) => {
    if (!odds) return;
    comma += odds[0];
    stop += odds[1];
  };
  add(cachedTables.last.get(last));
  add(cachedTables.next.get(next));
  add(cachedTables.after.get(after));
  add(cachedTables.before.get(before));
  add(cachedTables.across.get(last)?.get(next));
  add(cachedTables.behind.get(before)?.get(last));
  add(cachedTables.ahead.get(next)?.get(after));
  const [c, s] = [Math.exp(comma / 10), Math.exp(stop / 10)];
  return { comma: c / (1 + c + s), stop: s / (1 + c + s) };
}
