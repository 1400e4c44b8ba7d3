import type { NameSource } from "../../model/evidence.ts";

/** What people have written down about a show or an episode: right names, and what was edited by hand. */

/** A right name or term, and what counts as evidence that it was said. */
export interface KnownName {
  /** As it is written. */
  name: string;
  /** Where it is written. */
  source: NameSource;
  /** What recognisers make of it again and again. */
  heard?: readonly string[];
  /** Words that stand beside it. Where there are any, ordinary words are corrected beside one of them only. */
  near?: readonly string[];
  /** Where it is written, with the words around it. */
  phrases?: readonly string[];
  /** Its capitals are those of a headline and mean nothing. */
  fromHeadline?: boolean;
  /** A person's full name. */
  person?: boolean;
  /** Of someone who speaks in the episode. */
  speaks?: boolean;
}

/**
 * One correction by hand. `heard` are words of the raw transcript that stand there once, or as often as `times` says;
 * with braces ("of {deep mine} for") what is outside them only tells the place. `shown` is what takes the place of
 * the words in braces, of all without; empty to take them out.
 */
export interface ManualCorrection {
  heard: string;
  shown: string;
  times?: number;
}

/** A change of speaker or of kind: from these words on. */
export interface ManualTurn {
  /** First words of the turn as the raw transcript has them; looked for behind the turn before. */
  from: string;
  speaker?: string;
  kind?: "talk" | "sponsor" | "credits";
}

/** What was edited by hand in one episode. */
export interface ManualEdits {
  corrections: readonly ManualCorrection[];
  turns: readonly ManualTurn[];
}
