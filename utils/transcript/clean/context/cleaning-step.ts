import type { Token } from "../tokens/token.ts";
import type { KnownName, ManualEdits } from "./curated-facts.ts";

/** One step of cleaning. It returns new tokens, or the same array where it changes nothing, and never mutates. */
export interface CleaningStep {
  /** Recorded in every Change, and used to skip the step. */
  name: string;
  run(tokens: Token[], context: CleaningContext): Token[];
}

/** What a step may know besides the words. */
export interface CleaningContext {
  /** How often words occur in speech, by lower-case word; empty where no list is available. */
  words: ReadonlyMap<string, number>;
  /** Words of the list that are mostly capitalized, in lower case. */
  capitals?: ReadonlySet<string>;
  /** Names and terms of the show and episode. */
  names: readonly KnownName[];
  /** What was edited by hand. */
  edits?: ManualEdits;
  /** Full names of those who speak. */
  hosts?: readonly string[];
  guests?: readonly string[];
  /** BCP 47 tag of the spoken language; English where absent. */
  language?: string;
}
