import { ANONYMOUS } from "../transcript/clean/speakers.ts";
import { clock } from "../transcript/clock.ts";
import type { Timing } from "../transcript/model.ts";

/** Words, and all that is known about where they come from; null where unknown. */
export interface Quote {
  text: string;
  speaker: string | null;
  episode: string;
  show: string;
  /** Seconds at which the words begin. */
  seconds: number | null;
  timing: Timing;
  url: string | null;
}

/**
 * A quote with its attribution and link:
 * `"Words." — Speaker, Episode, Show (12:34)` and the address below. What is unknown is left out; a time that is
 * not exact says "about".
 */
export function quoteText({ text, speaker, episode, show, seconds, timing, url }: Quote): string {
  const named = speaker && !ANONYMOUS.test(speaker) ? [speaker] : [];
  const time = seconds === null ? "" : ` (${timing === "exact" ? "" : "about "}${clock(seconds)})`;
  const source = [...named, episode, show].join(", ");
  return `"${text.trim()}" — ${source}${time}${url ? `\n${url}` : ""}`;
}
