import table from "./odds.json" with { type: "json" };

/**
 * How likely a comma or a full stop stands between two words, learnt from the punctuated transcripts that ship:
 * for each clue the logarithm of the odds, in tenths, of a comma and of a full stop against nothing.
 */
const ODDS = table as unknown as { [clue: string]: [comma: number, stop: number] };

/** What is looked at between two words: the words around the gap, alone and in pairs. Small letters. */
export function cluesAt(words: readonly string[], gap: number): string[] {
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

type Odds = readonly [comma: number, stop: number];
const NONE: Odds = [0, 0];

/** The table by what each clue looks at, so that no clue has to be put together for every gap. */
function tables() {
  const [last, next, after, before] = [0, 1, 2, 3].map(() => new Map<string, Odds>()) as [
    Map<string, Odds>,
    Map<string, Odds>,
    Map<string, Odds>,
    Map<string, Odds>,
  ];
  const [across, behind, ahead] = [0, 1, 2].map(() => new Map<string, Map<string, Odds>>()) as [
    Pairs,
    Pairs,
    Pairs,
  ];
  for (const [clue, odds] of Object.entries(ODDS)) {
    const [left = "", right = ""] = clue.split("|");
    if (!clue) continue;
    if (left.endsWith("*")) before.set(left.slice(0, -1), odds);
    else if (right.startsWith("*")) after.set(right.slice(1), odds);
    else if (left && right) put(across, left, right, odds);
    else if (left.includes(" ")) put(behind, ...halves(left), odds);
    else if (right.includes(" ")) put(ahead, ...halves(right), odds);
    else if (left) last.set(left, odds);
    else next.set(right, odds);
  }
  return { last, next, after, before, across, behind, ahead };
}

type Pairs = Map<string, Map<string, Odds>>;
const halves = (text: string) => text.split(" ") as [string, string];
function put(pairs: Pairs, a: string, b: string, odds: Odds): void {
  const row = pairs.get(a);
  if (row) row.set(b, odds);
  else pairs.set(a, new Map([[b, odds]]));
}

let known: ReturnType<typeof tables> | null = null;

/** Chances of a comma and of a full stop behind a word, 0 to 1; `gap` is the word's index. */
export function chancesAt(words: readonly string[], gap: number): { comma: number; stop: number } {
  known ??= tables();
  const word = (k: number) => words[k] || "^";
  const [before, last, next, after] = [word(gap - 1), word(gap), word(gap + 1), word(gap + 2)];
  let [comma, stop] = ODDS[""] ?? NONE;
  const add = (odds: Odds | undefined) => {
    if (!odds) return;
    comma += odds[0];
    stop += odds[1];
  };
  add(known.last.get(last));
  add(known.next.get(next));
  add(known.after.get(after));
  add(known.before.get(before));
  add(known.across.get(last)?.get(next));
  add(known.behind.get(before)?.get(last));
  add(known.ahead.get(next)?.get(after));
  const [c, s] = [Math.exp(comma / 10), Math.exp(stop / 10)];
  return { comma: c / (1 + c + s), stop: s / (1 + c + s) };
}
