import type { NameSource } from "../../model/evidence.ts";

/** A name or term in its right spelling, and the evidence that it was spoken. */
export interface KnownName {
  /** In its right spelling. */
  name: string;
  /** Where it is written. */
  source: NameSource;
  /** What recognizers often make of it. */
  heard?: readonly string[];
  /** Words that occur beside it. Where given, ordinary words are corrected only next to one of them. */
  near?: readonly string[];
  /** The places where it is written, each with the words around it, as word keys. */
  phrases?: readonly string[];
  /** It is known only from a headline, whose capitals mean nothing. */
  fromHeadline?: boolean;
  /** It is a person's full name. */
  person?: boolean;
  /** The person speaks in the episode. */
  speaks?: boolean;
}

/**
 * A correction by hand.
 * Braces mark the corrected words, and the words around them tell the place: "of {deep mine} for".
 */
export interface ManualCorrection {
  /** Words of the raw transcript. */
  heard: string;
  /** What replaces the words in braces, or all words where there are no braces; empty to take them out. */
  shown: string;
  /** How often the words occur; 1 where absent. */
  times?: number;
}

/** A change of speaker or kind by hand, from certain words on. */
export interface ManualTurn {
  /** First words of the turn in the raw transcript, searched for after the turn before. */
  from: string;
  speaker?: string;
  kind?: "talk" | "sponsor" | "credits";
}

/** Everything edited by hand in one episode. */
export interface ManualEdits {
  corrections: readonly ManualCorrection[];
  turns: readonly ManualTurn[];
}
