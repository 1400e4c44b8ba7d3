import type { ManualEdits, KnownName } from "../transcript/clean/context/curated-facts.ts";
import { extractNames } from "../transcript/clean/names/extract-names.ts";
import { createOrdinaryWordCheck } from "../transcript/clean/vocabulary/spoken-vocabulary.ts";
import { getLanguage } from "../transcript/languages/get-language.ts";
import type { EpisodeContext } from "../transcript/make-transcript.ts";
import type { EpisodeFacts, Glossary, GlossaryEntry } from "./library-model.ts";

/** Collects the names of a show and of its topics from the glossary. */
export function collectGlossaryNames({ topics, shows }: Glossary, show: string): KnownName[] {
  const own = shows[show];
  if (!own) return [];
  const spoken = own.topics.map((topic) => topics[topic] ?? { people: [], terms: [] });
  return [
    ...own.people.map((name) => ({ ...addSource(name), person: true, speaks: true })),
    ...spoken.flatMap(({ people }) => people.map((name) => ({ ...addSource(name), person: true }))),
    ...[own, ...spoken].flatMap(({ terms }) => terms.map(addSource)),
  ];
}

const addSource = (name: GlossaryEntry): KnownName => ({
  ...(typeof name === "string" ? { name } : name),
  source: "glossary",
});

/** Everything known about an episode before its transcript is cleaned. */
export interface EpisodeContextSources {
  facts: Pick<
    EpisodeFacts,
    "id" | "title" | "hosts" | "guests" | "durationSeconds" | "language" | "chapters" | "mentions"
  >;
  /** Name of the show; empty where unknown. */
  show: string;
  /** Show notes by paragraph. */
  notes: readonly string[];
  glossary: readonly KnownName[];
  words: ReadonlyMap<string, number>;
  /** Words of the list that are usually capitalised. */
  capitals: ReadonlySet<string>;
  edits?: ManualEdits;
}

/** Builds the context for cleaning: names from facts, notes and glossary, and the manual edits. */
export function buildEpisodeContext({
  facts,
  show,
  notes,
  glossary,
  words,
  capitals,
  edits,
}: EpisodeContextSources): EpisodeContext {
  const { id, title, hosts, guests, durationSeconds, language, chapters = [], mentions = [] } = facts;
  const { formation, showNameNeighbors } = getLanguage(language);
  const headlines = [title, ...chapters.map(([, chapter]) => chapter)];
  const own = extractNames(
    { people: [...hosts, ...guests], show, mentions, headlines, notes },
    {
      isOrdinary: createOrdinaryWordCheck(words, formation),
      isProper: (word) => capitals.has(word),
      showNameNeighbors,
    },
  );
  const written = new Set(glossary.map(({ name }) => name));
  const names = [...own.filter((name) => name.speaks || !written.has(name.name)), ...glossary];
  return {
    episode: id,
    language,
    durationSeconds,
    words,
    capitals,
    names,
    hosts,
    guests,
    chapters,
    ...(edits && { edits }),
  };
}
