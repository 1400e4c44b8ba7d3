import { getSpeechRules } from "../../languages/speech-rules.ts";
import type { CaptionsProblem, Cue, Transcript } from "../../model/transcript.ts";
import type { Timeline } from "../timeline/build-timeline.ts";
import type { TimeAnchor } from "../timeline/time-anchor.ts";
import type { AlignedPair } from "./align-gap.ts";
import { alignTokens } from "./align-tokens.ts";
import { tokenizeCaptions } from "./tokenize-captions.ts";
import { tokenizeTexts } from "./tokenize-texts.ts";

/** The anchors that captions contribute to a timeline. */
export interface CaptionAlignment {
  /** Fraction of the shorter of both texts that was found in the other, from 0 to 1. */
  share: number;
  /** Why the captions are not used; null where they are. */
  problem: CaptionsProblem | null;
  anchors: TimeAnchor[];
  /** Confidence of each paragraph's times, from 0 to 1, by the paragraph's index. */
  confidences: number[];
}

/** Captions with a smaller share belong to another recording. */
const MIN_MATCHED_SHARE = 0.35;
/**
 * A pair is reliable if at least `MIN_MATCHED_NEIGHBORS` of the words up to `NEIGHBOR_TOKENS` before and after it,
 * itself included, have pairs with a shift that differs by at most `MAX_NEIGHBOR_DRIFT` words.
 */
const NEIGHBOR_TOKENS = 4;
const MIN_MATCHED_NEIGHBORS = 3;
const MAX_NEIGHBOR_DRIFT = 6;

/**
 * Aligns a timeline with captions of the same recording. What only one of them has, such as an advertisement or a cut,
 * does not move the words around it.
 * @param transcript How the transcript is timed so far, and its language. Exact times are not replaced.
 */
export function alignCaptions(
  timeline: Timeline,
  captions: readonly Cue[],
  { timing, language }: Pick<Transcript, "timing" | "language">,
): CaptionAlignment {
  const refuse = (share: number, problem: CaptionsProblem) => ({
    share,
    problem,
    anchors: [],
    confidences: [],
  });
  if (timing === "exact") return refuse(1, { code: "exact" });
  const rules = getSpeechRules(language);
  const captionTokens = tokenizeCaptions(captions, language);
  const ours = tokenizeTexts(mapTexts(timeline), rules);
  const theirs = tokenizeTexts(mapTexts(captionTokens), rules);
  const pairs = filterReliablePairs(alignTokens(ours.words, theirs.words), ours.words.length);
  const share =
    pairs.reduce((sum, { weight }) => sum + weight, 0) /
    Math.max(1, Math.min(ours.words.length, theirs.words.length));
  if (!captionTokens.length) return refuse(share, { code: "untimed" });
  if (share < MIN_MATCHED_SHARE)
    return refuse(share, { code: "other-talk", percent: Math.round(share * 100) });
  const weights = new Float32Array(timeline.length);
  const anchors: TimeAnchor[] = [];
  for (const { a, b, weight } of pairs) {
    const index = ours.sourceIndexes[a]!;
    const { start, startsCue } = captionTokens[theirs.sourceIndexes[b]!]!;
    weights[index] = Math.max(weights[index]!, weight);
    const isWhole = isFirstPart(ours.sourceIndexes, a) && isFirstPart(theirs.sourceIndexes, b);
    if (!isWhole || anchors.at(-1)?.index === index) continue;
    anchors.push({ index, seconds: start, kind: startsCue ? "caption" : "caption-word" });
  }
  return { share, problem: null, anchors, confidences: computeConfidences(timeline, weights) };
}

function* mapTexts(tokens: Iterable<{ text: string }>): Iterable<string> {
  for (const { text } of tokens) yield text;
}

/** Whether a compared word is the first part of its token; only that part has the token's time. */
const isFirstPart = (sourceIndexes: Int32Array, k: number) =>
  k === 0 || sourceIndexes[k - 1] !== sourceIndexes[k];

/** The reliable pairs, also of different words: a misheard word is anchored by its neighbours. */
function filterReliablePairs(pairs: readonly AlignedPair[], length: number): AlignedPair[] {
  const shifts = new Float64Array(length).fill(Number.NaN);
  for (const { a, b, weight } of pairs) if (weight) shifts[a] = b - a;
  const least = Math.min(MIN_MATCHED_NEIGHBORS, length);
  return pairs.filter(({ a, b }) => {
    let count = 0;
    for (let k = Math.max(0, a - NEIGHBOR_TOKENS); k <= Math.min(length - 1, a + NEIGHBOR_TOKENS); k++)
      if (Math.abs(shifts[k]! - (b - a)) <= MAX_NEIGHBOR_DRIFT) count++;
    return count >= least;
  });
}

/** Tokens before and after a paragraph that count for its confidence; a paragraph of two words alone proves little. */
const CONFIDENCE_MARGIN_TOKENS = 15;

/** Average weight of the tokens in and near each paragraph, in hundredths; 0 for a paragraph without tokens. */
function computeConfidences(timeline: Timeline, weights: Float32Array): number[] {
  const sums = [0];
  for (const weight of weights) sums.push(sums.at(-1)! + weight);
  const ranges = new Map<number, [from: number, to: number]>();
  for (const [i, { paragraph }] of timeline.entries())
    ranges.set(paragraph, [ranges.get(paragraph)?.[0] ?? i, i + 1]);
  const confidences: number[] = [];
  for (const [paragraph, [from, to]] of ranges) {
    const first = Math.max(0, from - CONFIDENCE_MARGIN_TOKENS);
    const last = Math.min(timeline.length, to + CONFIDENCE_MARGIN_TOKENS);
    confidences[paragraph] = Math.round(((sums[last]! - sums[first]!) / (last - first)) * 100) / 100;
  }
  return confidences;
}
