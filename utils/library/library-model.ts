import type { KnownName } from "../transcript/clean/context/curated-facts.ts";
import type { PageLink } from "../quote/links.ts";
import type { Timing } from "../transcript/model/transcript.ts";

/** What is known about an episode; times in seconds, dates as YYYY-MM-DD, null where unknown. */
export interface EpisodeFacts {
  id: string;
  /** Id of the show. */
  show: string;
  number: number | null;
  title: string;
  hosts: string[];
  guests: string[];
  published: string | null;
  recorded?: string;
  durationSeconds: number | null;
  /** BCP 47 tag. */
  language: string;
  /** The first is where the episode is opened when nothing else decides. */
  links: PageLink[];
  /** How many problems its transcript has that somebody has looked at; none when absent. */
  problems?: number;
  /** People, works and tools it speaks of, as they are written. */
  mentions?: string[];
  /** As the show publishes them; its times may be off. */
  chapters?: readonly (readonly [seconds: number, title: string])[];
}

/** Pages of a show's own site that are episodes, by patterns on the path without a slash at its end. */
export interface ShowPages {
  /** Without "www.". */
  host: string;
  path: string;
  except?: string;
}

/** A show of the library. */
export interface Show {
  id: string;
  name: string;
  url: string;
  pages: ShowPages[];
  /** Names of its YouTube channels, as the watch page prints them. */
  channels: string[];
}

/** The hand-kept facts of `assets/library/episodes.json`. */
export interface LibraryFacts {
  shows: Show[];
  episodes: EpisodeFacts[];
}

/** A right name or term: as it is written, or with what is evidence for it. */
export type GlossaryEntry = string | Pick<KnownName, "name" | "heard" | "near">;

/** People and other names that are spoken of. */
export interface GlossaryNames {
  people: GlossaryEntry[];
  terms: GlossaryEntry[];
}

/** `glossary.json`: names by topic, and those of each show together with the topics it talks of. */
export interface Glossary {
  topics: { [topic: string]: GlossaryNames };
  /** Its people are those who speak in every episode. */
  shows: { [show: string]: GlossaryNames & { topics: string[] } };
}

/** One episode as `library/catalog.json` lists it: the facts, with the show by name. */
export interface CatalogEpisode extends Omit<EpisodeFacts, "problems" | "mentions"> {
  timing: Timing;
  /** Name of the raw transcript. */
  sourceFile: string;
}
