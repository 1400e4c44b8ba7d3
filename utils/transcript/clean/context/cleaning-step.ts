import type { Token } from "../tokens/token.ts";
import type { ManualEdits, KnownName } from "./curated-facts.ts";

/** A cleaning step: words in, words out, and every difference recorded on the words. Steps never mutate. */
export interface CleaningStep {
  /** Shown to readers and used to switch the step off. */
  name: string;
  run(pieces: Token[], context: CleaningContext): Token[];
}

/** What a step may know besides the words. */
export interface CleaningContext {
  /** How often words occur in speech, by lower-case word; empty when no list is at hand. */
  words: ReadonlyMap<string, number>;
  /** Those of the words that are mostly written with a capital. */
  capitals?: ReadonlySet<string>;
  /** Right names and terms of the show and episode, with what counts as evidence for them. */
  names: readonly KnownName[];
  /** What was edited by hand. */
  edits?: ManualEdits;
  /** Full names of those who speak, hosts first. */
  hosts?: readonly string[];
  guests?: readonly string[];
  /** BCP 47 tag of what is spoken; English where absent. */
  language?: string;
}
