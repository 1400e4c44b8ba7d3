import type { Paragraph, TimeMark } from "../../model/transcript.ts";
import type { Timeline } from "./build-timeline.ts";
import type { TimeAnchor } from "./time-anchor.ts";

/** The pace of speech is measured only over intervals with at least this much estimated speech, in seconds. */
const MIN_PACE_SAMPLE_SECONDS = 20;
/**
 * An interval with less estimated speech than `SHORT_INTERVAL_SECONDS` is slowed down at most by this factor. The rest
 * of the interval is silence or an advertisement after the words.
 */
const MAX_SHORT_INTERVAL_SLOWDOWN = 3;
const SHORT_INTERVAL_SECONDS = 10;

/**
 * Computes the start of every token. Between two anchors the estimated speaking times are scaled to the interval. A gap
 * in the interval takes the remainder instead, and its words keep the average pace. Before the first and after the last
 * anchor words keep that pace, too.
 * @param anchors Ascending in index and seconds. Without any, speech starts at 0.
 * @returns Seconds, one more than there are tokens: the last is the end of speech.
 */
export function interpolateTimes(timeline: Timeline, anchors: readonly TimeAnchor[]): Float64Array {
  const seconds = new Float64Array(timeline.length + 1);
  const pace = estimatePace(timeline, anchors);
  // Words lost right after an anchor are the rest of its sentence; those lost later may be of any length.
  const anchored = new Set(anchors.map(({ index }) => index));
  const isElastic = (i: number) => timeline[i]!.isGap === true && !anchored.has(i);
  /** Fills `seconds` for the tokens from `from` up to `to`. */
  const fill = (from: number, to: number, start: number, getDuration: (i: number) => number) => {
    let now = start;
    for (let i = from; i < to; i++) {
      seconds[i] = now;
      now += getDuration(i);
    }
  };
  const getPacedSeconds = (i: number) => timeline[i]!.seconds * pace;
  const start = { index: 0, seconds: 0 };
  const [first, last] = [anchors[0] ?? start, anchors.at(-1) ?? start];
  // The words before the first anchor are squeezed where the recording starts too late for them.
  const lead = sumSeconds(timeline, 0, first.index) * pace;
  const squeeze = lead > first.seconds ? first.seconds / lead : 1;
  fill(0, first.index, first.seconds - lead * squeeze, (i) => getPacedSeconds(i) * squeeze);
  for (const [k, { index: from, seconds: begin }] of anchors.slice(0, -1).entries()) {
    const { index: to, seconds: end } = anchors[k + 1]!;
    const speech = sumSeconds(timeline, from, to) * pace;
    let gaps = 0;
    for (let i = from; i < to; i++) if (isElastic(i)) gaps++;
    const spare = end - begin - speech;
    if (gaps && spare > 0)
      fill(from, to, begin, (i) => getPacedSeconds(i) + (isElastic(i) ? spare / gaps : 0));
    else {
      const scale = speech ? (end - begin) / speech : 0;
      const limited = speech < SHORT_INTERVAL_SECONDS ? Math.min(scale, MAX_SHORT_INTERVAL_SLOWDOWN) : scale;
      fill(from, to, begin, (i) => getPacedSeconds(i) * limited);
    }
  }
  fill(last.index, timeline.length, last.seconds, getPacedSeconds);
  seconds[timeline.length] = last.seconds + sumSeconds(timeline, last.index, timeline.length) * pace;
  return seconds;
}

/** Median ratio of real to estimated speaking time over the intervals that are long enough and have no gap. */
function estimatePace(timeline: Timeline, anchors: readonly TimeAnchor[]): number {
  const paces: number[] = [];
  let start = anchors[0];
  let speech = 0;
  for (const [k, anchor] of anchors.entries()) {
    if (!start || !k) continue;
    const from = anchors[k - 1]!.index;
    // A gap at the anchor itself is short, as above.
    const isWhole = !timeline.slice(from + 1, anchor.index).some(({ isGap }) => isGap);
    speech += sumSeconds(timeline, from, anchor.index);
    if (isWhole && speech < MIN_PACE_SAMPLE_SECONDS) continue;
    if (isWhole && anchor.seconds > start.seconds) paces.push((anchor.seconds - start.seconds) / speech);
    [start, speech] = [anchor, 0];
  }
  return paces.toSorted((a, b) => a - b)[paces.length >> 1] ?? 1;
}

/** Estimated speaking time, in seconds, of the tokens from one index up to another. */
export const sumSeconds = (timeline: Timeline, from: number, to: number): number => {
  let seconds = 0;
  for (let i = from; i < to; i++) seconds += timeline[i]!.seconds;
  return seconds;
};

/**
 * Rounds down to hundredths, so that an interpolated time never exceeds the next known one. The tolerance keeps whole
 * hundredths, which binary fractions may miss.
 */
export const toHundredths = (seconds: number): number => Math.floor(seconds * 100 + 1e-6) / 100;

/**
 * Writes times into paragraphs: at each sentence, gap and anchor, except words inside a caption.
 * @param seconds The result of {@link interpolateTimes} for the same anchors, where it is known already.
 */
export function writeTimes(
  paragraphs: readonly Paragraph[],
  timeline: Timeline,
  anchors: readonly TimeAnchor[],
  seconds: Float64Array = interpolateTimes(timeline, anchors),
): Paragraph[] {
  const written = new Set(anchors.filter(({ kind }) => kind !== "caption-word").map(({ index }) => index));
  const times = paragraphs.map((): TimeMark[] => []);
  for (const [i, { paragraph, offset, startsSentence }] of timeline.entries()) {
    const marks = times[paragraph]!;
    if (startsSentence || written.has(i) || !marks.length)
      marks.push([marks.length ? offset : 0, Math.max(0, toHundredths(seconds[i]!))]);
  }
  // Show notes are not spoken; they get the time of the speech before them.
  let now = 0;
  return paragraphs.map((paragraph, k) => {
    const marks = times[k]!;
    if (!marks.length) return { ...paragraph, times: [[0, now]] };
    now = marks.at(-1)![1];
    return { ...paragraph, times: marks };
  });
}
