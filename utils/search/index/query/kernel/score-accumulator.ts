import type { Postings } from "../../format/postings.ts";

/** What one variant of a query term adds to its passages. */
export interface TermContribution {
  postings: Postings;
  /** Index in the postings at which the next batch begins. */
  nextIndex: number;
  weight: number;
  /** The variant matches by sound. */
  isSound: boolean;
  /** Number of the query term, from 1. */
  termNumber: number;
  /** Earlier query terms that a passage needs to count at all. */
  requiredTerms: number;
}

/** Scored passages, ascending. */
export interface ScoredPassages {
  docs: Uint32Array;
  scores: Float64Array;
  /** 1 where a passage matches by sound only. */
  soundOnly: Uint8Array;
}

/** Adds up the BM25+ scores of a batch of neighbouring passages. */
export interface ScoreAccumulator {
  /** Starts a batch: passages `from` to `to` (exclusive), at most `PASSAGES_PER_BATCH`. */
  begin(from: number, to: number): void;
  /**
   * Adds a contribution to the passages of its postings from `first` to `end` (exclusive), all in the batch.
   * @returns The number of passages with enough of the earlier terms.
   */
  add(contribution: TermContribution, first: number, end: number): number;
  /** Returns and clears the passages with at least `minTerms` terms. Copy them before the next call. */
  take(minTerms: number): ScoredPassages;
}
