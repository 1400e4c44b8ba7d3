import { findLowerBound } from "../../../shared/binary-search.ts";
import type { SpeechRules } from "../../languages/speech-rules.ts";
import type { Timeline } from "../timeline/build-timeline.ts";

/** Distances, in words, at which the influence of a title word after or before a place falls to 1/e. */
const AFTER_DECAY_WORDS = 120;
const BEFORE_DECAY_WORDS = 80;
/** A word counts once per window of this many words when its frequency is measured. */
const WINDOW_WORDS = 120;
/** Weight of an earlier mention, which suggests that the topic has started before. */
const EARLIER_MENTION_PENALTY = 0.7;

const TOPIC_WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** Strips an ending, so that "researching" matches "research". Wrong stems do no harm: both sides have the same. */
function toStem(word: string, ending: RegExp | null): string {
  const small = word.toLowerCase();
  const stem = ending ? small.replace(ending, "") : small;
  return stem.length >= 3 ? stem : small;
}

/**
 * Creates a scorer of titles: how clearly the topic of a title starts at a token. 1 means that all its words follow and
 * none precedes; 0 and less mean that the topic is absent or over. Rare words weigh more, by inverse document frequency
 * (https://en.wikipedia.org/wiki/Tf-idf).
 */
export function createTopicScorer(
  timeline: Timeline,
  { topicEnding }: SpeechRules,
): (title: string) => (index: number) => number {
  const toStems = (text: string): string[] =>
    (text.match(TOPIC_WORD) ?? []).map((word) => toStem(word, topicEnding));
  const indexes = new Map<string, number[]>();
  for (const [i, { text }] of timeline.entries())
    for (const stem of toStems(text)) {
      const occurrences = indexes.get(stem);
      if (occurrences) occurrences.push(i);
      else indexes.set(stem, [i]);
    }
  const windows = Math.max(1, timeline.length / WINDOW_WORDS);
  const computeWeight = (occurrences: readonly number[]) =>
    Math.max(
      0,
      Math.log(windows / (new Set(occurrences.map((i) => Math.floor(i / WINDOW_WORDS))).size + 0.5)),
    );
  return (title) => {
    const words = [...new Set(toStems(title))].flatMap((stem) => {
      const occurrences = indexes.get(stem);
      const weight = occurrences ? computeWeight(occurrences) : 0;
      return occurrences && weight > 0 ? [{ occurrences, weight }] : [];
    });
    const total = words.reduce((all, { weight }) => all + weight, 0);
    if (!total) return () => 0;
    return (index) => {
      let score = 0;
      for (const { occurrences, weight } of words) {
        const next = findLowerBound(occurrences, index);
        const after =
          next < occurrences.length ? Math.exp((index - occurrences[next]!) / AFTER_DECAY_WORDS) : 0;
        const before = next > 0 ? Math.exp((occurrences[next - 1]! - index) / BEFORE_DECAY_WORDS) : 0;
        score += weight * (after - EARLIER_MENTION_PENALTY * before);
      }
      return score / total;
    };
  };
}
