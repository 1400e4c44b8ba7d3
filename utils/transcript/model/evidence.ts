/** Where a known name comes from. */
export type NameSource =
  /** The names of the episode's hosts and guests. */
  | "speakers"
  /** The name of the show. */
  | "show"
  /** People, works and tools listed in the episode's facts. */
  | "mentions"
  /** The episode's title and the titles of its chapters. */
  | "headlines"
  /** The show notes. */
  | "notes"
  /** The glossary of the show. */
  | "glossary";

/**
 * Why words are shown other than they were heard, as data.
 * `describeEvidence` puts it into a sentence where it is displayed.
 */
export type Evidence =
  /** Somebody edited the transcript by hand. */
  | { rule: "edited" }
  /** The reader corrected the words. */
  | { rule: "reader" }
  /** Rolling captions show the words twice. */
  | { rule: "caption-repeat" }
  /** The source's layout proves that two lines were joined without a space. */
  | { rule: "line-join" }
  /** No space follows a punctuation mark. */
  | { rule: "missing-space" }
  /** `name` is no known word, but both of its parts are. */
  | { rule: "glued-words"; name: string }
  /** A sound such as "um". */
  | { rule: "hesitation" }
  /** Words said twice by accident. */
  | { rule: "repeat" }
  /** The phrase `name` carries no meaning. */
  | { rule: "filler"; name: string }
  /** The source says that it lost words. */
  | { rule: "lost" }
  /** The source of `name` lists the heard words as a common mishearing of it. */
  | { rule: "misheard"; name: string; source: NameSource }
  /** The source of `name` spells it this way. */
  | { rule: "spelling"; name: string; source: NameSource }
  /** The heard words sound like `name`. */
  | { rule: "sound"; name: string; source: NameSource }
  /** They sound like `name`, and the neighboring word `near` makes it likely. */
  | { rule: "sound-near"; name: string; source: NameSource; near: string }
  /** They sound like `name`, the one word in which the text differs from the term `near`. */
  | { rule: "sound-in-term"; name: string; source: NameSource; near: string };

/** Code of a rule by which words were changed. */
export type EvidenceRule = Evidence["rule"];
