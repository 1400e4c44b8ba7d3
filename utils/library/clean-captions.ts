import { memoizeResult } from "../shared/memoize-result.ts";
import { toFailure, toSuccess, type Result } from "../shared/result.ts";
import type { AcquiredCaptions } from "../sources/youtube/load-captions.ts";
import { unpackWords, type WordList } from "../transcript/clean/vocabulary/word-list-format.ts";
import type { KnownName } from "../transcript/clean/context/curated-facts.ts";
import { makeTranscript } from "../transcript/make-transcript.ts";
import { buildEpisodeContext, collectGlossaryNames } from "./episode-context.ts";
import { fetchLibraryFile, loadLibraryJson, type LibraryFiles } from "./library-files.ts";
import type { Glossary, OwnTranscript, SourceRecord } from "./library-model.ts";
import type { ShippedLibrary } from "./shipped-library.ts";
import { createVideoEpisode } from "./video-episode.ts";

/** Cleans captions. What that needs is loaded from the package at the first use. */
export type CaptionsCleaner = (captions: AcquiredCaptions, now: Date) => Promise<Result<OwnTranscript>>;

const NO_WORDS: WordList = { words: new Map(), capitals: new Set() };

/**
 * Creates a cleaner of captions, with the words and names of the package.
 *
 * @example
 * const clean = createCaptionsCleaner(installedFiles, installedLibrary);
 * const cleaned = await clean(captions, new Date());
 */
export function createCaptionsCleaner(files: LibraryFiles, library: ShippedLibrary): CaptionsCleaner {
  const loadWords = memoizeResult(() => loadWordList(files));
  const loadGlossary = memoizeResult(() =>
    loadLibraryJson<Glossary>(files, "glossary.json", ({ topics }) => typeof topics === "object"),
  );

  /** The names of the channel's show; none for a channel that is no show of the library. */
  const loadNames = async (channel: string): Promise<KnownName[]> => {
    const shows = await library.loadShows();
    const show = shows.ok ? shows.value.find(({ channels }) => channels.includes(channel)) : undefined;
    if (!show) return [];
    const glossary = await loadGlossary();
    return glossary.ok ? collectGlossaryNames(glossary.value, show.id) : [];
  };

  return async (captions, now) => {
    const { cues, facts, track, route } = captions;
    const isEnglish = /^en\b/i.test(track.language);
    const [words, glossary] = await Promise.all([
      isEnglish ? loadWords() : toSuccess(NO_WORDS),
      loadNames(facts.channel),
    ]);
    if (!words.ok) return words;
    const episode = createVideoEpisode(facts, track);
    const notes = facts.description.split(/\n+/).filter((line) => line.trim());
    const context = buildEpisodeContext({
      facts: episode,
      show: facts.channel,
      notes,
      glossary,
      ...words.value,
    });
    const parsed = { format: "youtube-json3", cues, problems: [], notes, language: track.language } as const;
    const transcript = makeTranscript({ ...parsed, problems: [] }, context);
    const added = now.toISOString();
    const source: SourceRecord = {
      origin: "youtube",
      route,
      trackLanguage: track.language,
      trackKind: track.kind,
      fetched: added,
      url: episode.links[0]?.url ?? "",
    };
    return toSuccess({ episode: { ...episode, timing: transcript.timing, source, added }, transcript });
  };
}

async function loadWordList(files: LibraryFiles): Promise<Result<WordList>> {
  const file = await fetchLibraryFile(files, "words.txt");
  return file ? toSuccess(unpackWords(await file.text())) : toFailure("library-missing");
}
