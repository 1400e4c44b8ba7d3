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

/** Chances of a comma and of a full stop behind a word, 0 to 1; `gap` is the word's index. */
export function chancesAt(words: readonly string[], gap: number): { comma: number; stop: number } {
  let [comma, stop] = [0, 0];
  for (const clue of cluesAt(words, gap)) {
    const odds = ODDS[clue];
    if (!odds) continue;
    comma += odds[0] / 10;
    stop += odds[1] / 10;
  }
  const [c, s] = [Math.exp(comma), Math.exp(stop)];
  return { comma: c / (1 + c + s), stop: s / (1 + c + s) };
}
