import type { Cue, TimeMark } from "../../transcript/model/transcript.ts";
import type { PublishedChapter } from "../../transcript/timing/chapters/parse-chapters.ts";
import type { RouteName } from "./captions-route.ts";
import type { AcquiredCaptions } from "./load-captions.ts";
import { getNumber, getObjects, getPath, getString, type PageData } from "./page-data.ts";

const MAX_CUES = 50_000;
const MAX_CUE_LENGTH = 1000;
const MAX_WORDS_PER_CUE = 200;
const MAX_CHAPTERS = 500;
const MAX_TITLE_LENGTH = 300;
const MAX_DESCRIPTION_LENGTH = 10_000;
const ROUTES = new Set<unknown>(["page", "panel-request", "player", "panel"] satisfies RouteName[]);
const LANGUAGE_PATTERN = /^[a-z]{2,3}(?:-[\da-z]{2,8}){0,3}$/i;

/**
 * Copies captions that a page's script sent, field by field and within limits, because a page can be compromised.
 *
 * @param video Id of the video that the sender's tab shows.
 * @returns null where they are not the captions of that video.
 */
export function validateCaptions(value: unknown, video: string): AcquiredCaptions | null {
  const facts = getPath(value, "facts");
  const [track, route] = [getPath(value, "track"), getPath(value, "route")];
  const language = getString(getPath(track, "language"));
  const cues = getObjects(getPath(value, "cues")).slice(0, MAX_CUES).flatMap(copyCue);
  const isKnown = getPath(facts, "id") === video && ROUTES.has(route) && LANGUAGE_PATTERN.test(language);
  if (!isKnown || !cues.length) return null;
  const kind = getPath(track, "kind");
  const duration = getNumber(getPath(facts, "durationSeconds"));
  const published = getString(getPath(facts, "published"));
  return {
    cues,
    facts: {
      id: video,
      title: getString(getPath(facts, "title"), MAX_TITLE_LENGTH),
      channel: getString(getPath(facts, "channel"), MAX_TITLE_LENGTH),
      description: getString(getPath(facts, "description"), MAX_DESCRIPTION_LENGTH),
      durationSeconds: duration !== null && duration > 0 ? duration : null,
      published: /^\d{4}-\d{2}-\d{2}$/.test(published) ? published : null,
      chapters: copyChapters(getPath(facts, "chapters")),
    },
    track: { language, kind: kind === "manual" || kind === "automatic" ? kind : null },
    route: route as RouteName,
  };
}

function copyCue(cue: PageData): Cue[] {
  const text = getString(cue["text"], MAX_CUE_LENGTH).replace(/\s+/g, " ").trim();
  if (!text) return [];
  const words = copyWords(cue["words"], text.length);
  const [start, end] = [getSeconds(cue["start"]), getSeconds(cue["end"])];
  return [{ text, start, end, speaker: null, line: 0, ...(words.length && { words }) }];
}

const getSeconds = (value: unknown): number | null => {
  const seconds = getNumber(value);
  return seconds !== null && seconds >= 0 ? seconds : null;
};

function copyWords(value: unknown, length: number): TimeMark[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_WORDS_PER_CUE).flatMap((mark: unknown): TimeMark[] => {
    const [offset, seconds] = Array.isArray(mark) ? [getNumber(mark[0]), getSeconds(mark[1])] : [null, null];
    return offset !== null && seconds !== null && offset >= 0 && offset < length ? [[offset, seconds]] : [];
  });
}

function copyChapters(value: unknown): PublishedChapter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_CHAPTERS).flatMap((chapter: unknown): PublishedChapter[] => {
    const [seconds, title] = Array.isArray(chapter)
      ? [getSeconds(chapter[0]), getString(chapter[1], MAX_TITLE_LENGTH).trim()]
      : [null, ""];
    return seconds !== null && title ? [[seconds, title]] : [];
  });
}
