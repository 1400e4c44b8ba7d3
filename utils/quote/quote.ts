import { ANONYMOUS_LABEL } from "../transcript/clean/speakers.ts";
import { formatTime } from "../transcript/clock.ts";
import type { Paragraph, Timing, Transcript } from "../transcript/model.ts";
import { interpolateSeconds } from "../transcript/times.ts";
import { getHeardWords } from "../transcript/units.ts";
import { partIn, type Extent } from "./extent.ts";

/** What a quote has from one paragraph. */
export interface Said {
  /** Null where unknown. */
  speaker: string | null;
  /** As shown, and as heard. */
  text: string;
  heard: string;
  /** Seconds at which it begins; null where there are no times. */
  seconds: number | null;
  /** Something that was said between this and what stands before is left out. */
  cut?: true;
}

/** What is known of a quote's episode; null where unknown. */
export interface QuotedEpisode {
  title: string;
  show: string;
  number: number | null;
  hosts: readonly string[];
  guests: readonly string[];
  /** YYYY-MM-DD. */
  published: string | null;
}

/** Words, and all that is known about where they come from. */
export interface Quote {
  said: readonly Said[];
  episode: QuotedEpisode;
  /** Seconds at which the words begin, and how that was had. */
  seconds: number | null;
  timing: Timing;
  /** The link that lands on them. */
  url: string | null;
}

/** No talk: it is quoted only when nothing else is. */
const isAside = ({ kind }: Paragraph): boolean =>
  kind === "sponsor" || kind === "credits" || kind === "notes";

/** The words of an extent, by paragraphs. Adverts and the like between the talk are left out, and a cut tells so. */
export function saidIn({ paragraphs }: Pick<Transcript, "paragraphs">, extent: Extent): Said[] {
  const { from, to } = extent;
  const covered = paragraphs.slice(from.paragraph, to.paragraph + 1);
  const hasTalk = covered.some((paragraph) => !isAside(paragraph));
  const said: Said[] = [];
  let isCut = false;
  for (const [k, paragraph] of covered.entries()) {
    const index = from.paragraph + k;
    const [start, end] = partIn(extent, index, paragraph);
    const text = paragraph.text.slice(start, end).trim();
    if (!text) continue;
    if (hasTalk && isAside(paragraph)) {
      isCut = said.length > 0;
      continue;
    }
    said.push({
      speaker: paragraph.speaker,
      text,
      heard: getHeardWords(paragraph, start, end),
      seconds: interpolateSeconds(paragraphs, { paragraph: index, offset: start }),
      ...(isCut && { cut: true as const }),
    });
    isCut = false;
  }
  const last = said.pop();
  return last ? [...said, { ...last, text: unlinked(last.text), heard: unlinked(last.heard) }] : said;
}

/** A comma behind the last word belongs to what is not quoted. */
const unlinked = (text: string): string => text.replace(/[,;:]$/, "");

/** Who speaks, if that is more than a label of the recogniser's. */
export const named = (speaker: string | null): string | null =>
  speaker && !ANONYMOUS_LABEL.test(speaker) ? speaker : null;

/** What one speaker says in a quote, paragraph by paragraph. */
export interface Turn {
  speaker: string | null;
  texts: string[];
}

/** Mark of something that is left out. */
export const CUT = "[…]";

/** A quote by turns, as shown or as heard. */
export function turnsOf({ said }: Quote, asHeard = false): Turn[] {
  const turns: Turn[] = [];
  for (const { speaker, text, heard, cut } of said) {
    const words = `${cut ? `${CUT} ` : ""}${asHeard ? heard : text}`;
    const last = turns.at(-1);
    if (last && last.speaker === named(speaker)) last.texts.push(words);
    else turns.push({ speaker: named(speaker), texts: [words] });
  }
  return turns;
}

/** The one who says all of it; null where that is unknown, or several do. */
export function onlySpeaker(turns: readonly Turn[]): string | null {
  return turns.length === 1 ? turns[0]!.speaker : null;
}

/** A quote's words as plain text, a blank line between paragraphs; where several speak, each is named. */
export function wordsOf(turns: readonly Turn[]): string {
  const isTalk = turns.length > 1;
  return turns
    .map(({ speaker, texts }) => `${isTalk && speaker ? `${speaker}: ` : ""}${texts.join("\n\n")}`)
    .join("\n\n");
}

/** A time as a quote tells it: one that is not exact says "about"; empty where there is none. */
export const timeText = (seconds: number | null, timing: Timing): string =>
  seconds === null ? "" : `${timing === "exact" ? "" : "about "}${formatTime(seconds)}`;

/** Whether some words of a quote were heard otherwise. */
export const hasCorrections = ({ said }: Pick<Quote, "said">): boolean =>
  said.some(({ text, heard }) => bare(text) !== bare(heard));

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
