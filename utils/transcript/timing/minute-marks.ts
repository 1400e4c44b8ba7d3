import type { Piece } from "../clean/draft.ts";
import { LOST } from "../clean/lost.ts";

/**
 * Finds the minutes of marks that lost their digits. Marks come one a minute; where the minutes on both sides are
 * known and there are as many marks as minutes, they are counted, else more minutes go where more text stands.
 */
export function recoverMinuteMarks(pieces: Piece[]): Piece[] {
  if (!pieces.some((piece) => piece.brokenMark)) return pieces;
  const stretches = stretchesOf(pieces);
  const usual = median(stretches.map((stretch) => stretch.weight));
  const minutes = new Map<Piece, number>();
  let known = 0;
  for (let i = 0; i < stretches.length;) {
    let j = i;
    while (j < stretches.length && stretches[j]!.mark.start === null) j++;
    const run = stretches.slice(i, j + 1);
    const end = stretches[j]?.mark.start ?? null;
    const lengths = shares(
      run.map((s) => s.weight / usual),
      end === null ? null : Math.round(end / 60) - known,
    );
    let minute = known;
    run.forEach((stretch, k) => minutes.set(stretch.mark, (minute += lengths[k]!)));
    known = end === null ? minute : Math.round(end / 60);
    i = j + 1;
  }
  return pieces.map((piece) => {
    const minute = piece.brokenMark && minutes.get(piece);
    return minute ? { ...piece, start: minute * 60 } : piece;
  });
}

/** How much text one […] stands for, in words: about a sentence. */
const LOST_WORDS = 20;

/** The text before each mark, in words, what was lost included. */
function stretchesOf(pieces: Piece[]): { mark: Piece; weight: number }[] {
  const found: { mark: Piece; weight: number }[] = [];
  let weight = 0;
  for (const piece of pieces) {
    const isMark = piece.brokenMark || piece.start !== null;
    if (isMark) {
      found.push({ mark: piece, weight });
      weight = 0;
    }
    weight += piece.text === LOST ? LOST_WORDS : 1;
  }
  return found;
}

/** No recording is longer; a mark that says so is a mistake. */
const MOST_MINUTES = 6000;

/** Whole minutes for each stretch, at least one, adding up to the total where one is known. */
function shares(weights: number[], total: number | null): number[] {
  const sane = total === null || total < MOST_MINUTES;
  if (!sane) return weights.map(() => 1);
  const whole = weights.map((weight) => (total === null ? Math.max(1, Math.round(weight)) : 1));
  if (total === null) return whole;
  for (let spare = total - whole.length; spare > 0; spare--) {
    const fullest = weights.reduce(
      (best, w, i) => (w / whole[i]! > weights[best]! / whole[best]! ? i : best),
      0,
    );
    whole[fullest]!++;
  }
  return total >= whole.length ? whole : whole.map((_, i) => (i === whole.length - 1 ? total : 0));
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 1;
