import type { KnownName } from "../transcript/clean/context/curated-facts.ts";
import type { PageLink } from "../quote/links.ts";
import type { Timing, Transcript } from "../transcript/model/transcript.ts";

/** Facts about an episode. Dates are YYYY-MM-DD; null means unknown. */
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
  /** The first is opened by default. */
  links: PageLink[];
  /** Number of reviewed problems in its transcript; absent for none. */
  problems?: number;
  /** People, works and tools that are mentioned, in their right spelling. */
  mentions?: string[];
  /** As published by the show; the times may be wrong. */
  chapters?: readonly (readonly [seconds: number, title: string])[];
}

/** Episode pages on a show's own site: regular expressions for the path without a final slash. */
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

/** The hand-written facts in `assets/library/episodes.json`. */
export interface LibraryFacts {
  shows: Show[];
  episodes: EpisodeFacts[];
}

/** A name or term in its right spelling, alone or with its evidence. */
export type GlossaryEntry = string | Pick<KnownName, "name" | "heard" | "near">;

/** Names of people and other terms. */
export interface GlossaryNames {
  people: GlossaryEntry[];
  terms: GlossaryEntry[];
}

/** `glossary.json`: names by topic, and for each show its own names and its topics. */
export interface Glossary {
  topics: { [topic: string]: GlossaryNames };
  /** The people of a show speak in every episode. */
  shows: { [show: string]: GlossaryNames & { topics: string[] } };
}

/** An episode in `library/catalog.json`: its facts, with the name of the show. */
export interface CatalogEpisode extends Omit<EpisodeFacts, "problems" | "mentions"> {
  timing: Timing;
  /** File name of the raw transcript; absent for the reader's own episodes. */
  sourceFile?: string;
}

/** Where the transcript of the reader's own episode came from. */
export interface SourceRecord {
  origin: "youtube";
  /** How it was had, such as the name of a request. */
  route: string;
  /** BCP 47 tag. */
  trackLanguage: string;
  /** Whether a person wrote the captions; null where that is unknown. */
  trackKind: "manual" | "automatic" | null;
  /** ISO date with time. */
  fetched: string;
  /** Address of the page. */
  url: string;
}

/** An episode of the reader's own library. Its id is its episode key, such as `youtube:J6XcP4JOHmk`. */
export interface OwnEpisode extends CatalogEpisode {
  source: SourceRecord;
  /** When it was added: an ISO date with time. */
  added: string;
}

/** Whether an episode is the reader's own. */
export const isOwnEpisode = (episode: CatalogEpisode): episode is OwnEpisode => "source" in episode;

/** An episode that ships, or one of the reader's own. */
export type LibraryEpisode = CatalogEpisode & Partial<Pick<OwnEpisode, "source" | "added">>;

/** The transcript of an episode that does not ship, with what is known about the episode. */
export interface OwnTranscript {
  episode: OwnEpisode;
  transcript: Transcript;
}
