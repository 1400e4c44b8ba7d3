import type { CaptionsProblem, Cue, Paragraph, Transcript } from "../../model/transcript.ts";
import { interpolateParagraphTimes, type TimeAnchor } from "../interpolate-times.ts";
import { buildTimeline, type TimedToken } from "../build-timeline.ts";
import { tokenizeCaptions } from "./tokenize-captions.ts";
import { tokenizeTexts } from "./tokenize-texts.ts";
import { alignTokens } from "./align-tokens.ts";
import type { AlignedPair } from "./align-gap.ts";

/** What comes of aligning a transcript with captions. */
export interface AlignmentResult {
  /** With its times, or as it was where the captions are of another talk. */
  transcript: Transcript;
  /** How much of the shorter of the two was found in the other, from 0 to 1. */
  share: number;
  /** Why the captions were not used; null where they were. */
  problem: CaptionsProblem | null;
}

/** Captions of the same talk have at least so much in common with it. */
const MIN_MATCHED_SHARE = 0.35;
/** A word counts as found when among so many on both sides, itself included, at least so many were. */
const NEIGHBOR_TOKENS = 4;
const MIN_MATCHED_NEIGHBORS = 3;
/** How far from the words around it, in words, a match may lie. */
const MAX_NEIGHBOR_DRIFT = 6;

/**
 * Gives an untimed transcript, or one whose times are estimated, the times of captions of the same talk. What only
 * one of the two has, an advert or a cut, leaves the rest where it is. Every paragraph gets a confidence: how much of
 * it and of what stands around it was found.
 */
export function alignTranscript(transcript: Transcript, captions: readonly Cue[]): AlignmentResult {
  if (transcript.timing === "exact") return { transcript, share: 1, problem: { code: "exact" } };
  const row = buildTimeline(transcript.paragraphs);
  const heard = tokenizeCaptions(captions);
  const [ours, theirs] = [tokenizeTexts(mapTexts(row)), tokenizeTexts(mapTexts(heard))];
  const pairs = alignTokens(ours.words, theirs.words);
  const found = filterReliablePairs(pairs, ours.words.length);
  const share =
    found.reduce((sum, { weight }) => sum + weight, 0) /
    Math.max(1, Math.min(ours.words.length, theirs.words.length));
  if (share < MIN_MATCHED_SHARE) {
    const percent = Math.round(share * 100);
    return {
      transcript,
      share,
      problem: heard.length ? { code: "other-talk", percent } : { code: "untimed" },
    };
  }
  const weights = new Float32Array(row.length);
  const points: TimeAnchor[] = [];
  const told = new Set<number>();
  for (const { a, b, weight } of found) {
    const index = ours.sourceIndexes[a]!;
    const word = heard[theirs.sourceIndexes[b]!]!;
    weights[index] = Math.max(weights[index]!, weight);
    if (
      points.at(-1)?.[0] === index ||
      !isFirstPart(ours.sourceIndexes, a) ||
      !isFirstPart(theirs.sourceIndexes, b)
    )
      continue;
    points.push([index, word.start]);
    if (word.startsCue) told.add(index);
  }
  const timed = interpolateParagraphTimes(transcript.paragraphs, row, points, told);
  const sureness = computeConfidences(row, weights, timed.length);
  const paragraphs = timed.map((paragraph, k): Paragraph => ({ ...paragraph, confidence: sureness[k]! }));
  return { transcript: { ...transcript, timing: "aligned", paragraphs }, share, problem: null };
}

function* mapTexts(words: Iterable<{ text: string }>): Iterable<string> {
  for (const { text } of words) yield text;
}

const isFirstPart = (from: Int32Array, k: number) => k === 0 || from[k - 1] !== from[k];

/**
 * The pairs that can be relied on: those with others around them that say the same. A word of another hearing counts
 * beside one that was found.
 */
function filterReliablePairs(pairs: readonly AlignedPair[], length: number): AlignedPair[] {
  const shift = new Float64Array(length).fill(Number.NaN);
  for (const { a, b, weight } of pairs) if (weight) shift[a] = b - a;
  const least = Math.min(MIN_MATCHED_NEIGHBORS, length);
  return pairs.filter(({ a, b }) => {
    let count = 0;
    for (let k = Math.max(0, a - NEIGHBOR_TOKENS); k <= Math.min(length - 1, a + NEIGHBOR_TOKENS); k++)
      if (Math.abs(shift[k]! - (b - a)) <= MAX_NEIGHBOR_DRIFT) count++;
    return count >= least;
  });
}

/** Words around a paragraph that count for it as well: one of two words is as sure as what stands around it. */
const CONFIDENCE_MARGIN_TOKENS = 15;

/** How surely each paragraph's times are right: the share of its words, and of those beside it, that were found. */
function computeConfidences(row: readonly TimedToken[], weights: Float32Array, paragraphs: number): number[] {
  const sums = [0];
  for (const weight of weights) sums.push(sums.at(-1)! + weight);
  const [from, to] = [new Int32Array(paragraphs).fill(-1), new Int32Array(paragraphs)];
  for (const [i, { paragraph }] of row.entries()) {
    if (from[paragraph]! < 0) from[paragraph] = i;
    to[paragraph] = i + 1;
  }
  return Array.from({ length: paragraphs }, (_, k) => {
    if (from[k]! < 0) return 0;
    const [first, last] = [
      Math.max(0, from[k]! - CONFIDENCE_MARGIN_TOKENS),
      Math.min(row.length, to[k]! + CONFIDENCE_MARGIN_TOKENS),
    ];
    return Math.round(((sums[last]! - sums[first]!) / (last - first)) * 100) / 100;
  });
}
