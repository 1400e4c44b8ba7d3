import { selectBest, type Ranking } from "../index/query/rank-passages.ts";
import type { Segment } from "../index/read/open-segment.ts";
import { alignSentence } from "../text/align-sentence.ts";
import { tokenizeTerms, type Offsets } from "../text/find-matches.ts";
import { computeProgress, createResult } from "./create-result.ts";
import type { SearchResult } from "./searcher.ts";

/** The best ranked passages, which are aligned word by word. */
const MAX_ALIGNED_PASSAGES = 40;
/** Share of the sentence that the nearest passage must have. Below it the query was no quote. */
const MIN_BEST_COVERAGE = 0.3;
/** Share of the sentence that any other result must have. */
const MIN_COVERAGE = 0.22;

/**
 * Finds the passages that resemble a sentence most, nearest first.
 * @param sentence Folded words.
 * @param ranking The passages with any of the words.
 */
export async function findNearestPassages(
  segment: Segment,
  sentence: readonly string[],
  { docs, scores }: Ranking,
  isShown: (doc: number) => boolean,
): Promise<SearchResult[]> {
  const nearest: { coverage: number; result: SearchResult }[] = [];
  const best = selectBest(scores, MAX_ALIGNED_PASSAGES, (i) => isShown(docs[i]!));
  const maxScore = scores[best[0] ?? -1] ?? 0;
  for (const doc of best.map((i) => docs[i]!)) {
    const passage = await segment.readPassage(doc);
    const tokens = tokenizeTerms(passage.text);
    const { matching, differing, coverage } = alignSentence(
      sentence,
      tokens.map(({ term }) => term),
    );
    if (coverage < MIN_COVERAGE) continue;
    const toOffsets = (words: readonly number[]) =>
      words.map((i): Offsets => [tokens[i]!.start, tokens[i]!.end]);
    const result = createResult(passage, toOffsets(matching), {
      // Above every passage that only has the words.
      score: maxScore * (1 + coverage),
      isSoundOnly: false,
      progress: computeProgress(segment, doc),
    });
    nearest.push({ coverage, result: { ...result, differences: toOffsets(differing) } });
  }
  const sorted = nearest.toSorted((a, b) => b.coverage - a.coverage);
  return sorted.length && sorted[0]!.coverage >= MIN_BEST_COVERAGE ? sorted.map(({ result }) => result) : [];
}
