import { LOST_MARKER } from "../model/lost-marker.ts";
import { estimateSpeakingSeconds } from "./timeline/estimate-speaking-seconds.ts";

/** A word that may carry a minute mark. */
export interface MarkableToken {
  text: string;
  /** Seconds, where the source has a time for this very word. */
  start: number | null;
  /** A minute mark without digits stood before this word. */
  brokenMark?: true;
}

/**
 * Finds the minutes of marks that lost their digits. Marks come one a minute; where the minutes on both sides are
 * known and there are as many marks as minutes, they are counted, else more minutes go where more text stands.
 */
export function recoverMinuteMarks<T extends MarkableToken>(pieces: T[]): T[] {
  if (!pieces.some((piece) => piece.brokenMark)) return pieces;
  const stretches = splitMarkIntervals(pieces);
  const weigh = createMinuteEstimator(stretches);
  const minutes = new Map<MarkableToken, number>();
  let known = 0;
  for (let i = 0; i < stretches.length;) {
    let j = i;
    while (j < stretches.length && stretches[j]!.mark.start === null) j++;
    const run = stretches.slice(i, j + 1);
    const end = stretches[j]?.mark.start ?? null;
    const lengths = divideMinutes(run.map(weigh), end === null ? null : Math.round(end / 60) - known);
    let minute = known;
    run.forEach((stretch, k) => minutes.set(stretch.mark, (minute += lengths[k]!)));
    known = end === null ? minute : Math.round(end / 60);
    i = j + 1;
  }
  // Where words are lost at the mark, the minute is theirs; those behind come later.
  return pieces.map((piece, i) => {
    const next = pieces[i + 1];
    const holder = piece.text === LOST_MARKER && next?.brokenMark ? next : piece;
    const minute = holder.brokenMark && minutes.get(holder);
    const isTold = holder === piece && pieces[i - 1]?.text === LOST_MARKER;
    return minute && !isTold ? { ...piece, start: minute * 60 } : piece;
  });
}

/** The text before a mark. */
interface MarkInterval {
  mark: MarkableToken;
  /** How long its words take to say, in seconds. */
  speechSeconds: number;
  /** How many times words are lost in it. */
  losses: number;
}

/** The text before each mark; what is lost at the mark itself is the rest of a sentence and does not count. */
function splitMarkIntervals(pieces: readonly MarkableToken[]): MarkInterval[] {
  const found: MarkInterval[] = [];
  let [spoken, losses] = [0, 0];
  for (const [i, piece] of pieces.entries()) {
    if (piece.brokenMark || piece.start !== null) {
      found.push({ mark: piece, speechSeconds: spoken, losses });
      [spoken, losses] = [0, 0];
    }
    if (piece.text === LOST_MARKER && !pieces[i + 1]?.brokenMark) losses++;
    spoken += estimateSpeakingSeconds(piece.text);
  }
  return found;
}

/**
 * Weighs stretches in minutes: a whole minute is what is said in those that lost nothing, and a loss is what those
 * that lost something once lack of it.
 */
function createMinuteEstimator(stretches: readonly MarkInterval[]): (stretch: MarkInterval) => number {
  const saidWith = (losses: number) =>
    stretches.filter((s) => s.losses === losses).map(({ speechSeconds: spoken }) => spoken);
  const [whole, cut] = [computeMedian(saidWith(0)), computeMedian(saidWith(1))];
  const minute = whole || cut || 1;
  const loss = cut && cut < minute ? minute - cut : 0;
  return ({ speechSeconds: spoken, losses }) => (spoken + losses * loss) / minute;
}

/** No recording is longer; a mark that says so is a mistake. */
const MAX_MINUTES = 6000;

/** Whole minutes for each stretch, at least one, adding up to the total where one is known. */
function divideMinutes(weights: number[], total: number | null): number[] {
  const sane = total === null || total < MAX_MINUTES;
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

const computeMedian = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
