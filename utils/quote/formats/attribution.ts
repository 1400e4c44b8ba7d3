import { named, onlySpeaker, timeText, turnsOf, wordsOf, type Quote } from "../quote.ts";

/** "Speaker, Episode, Show (12:34)"; what is unknown is left out. */
export function sourceLine(quote: Quote, asHeard = false): string {
  const { episode, seconds, timing } = quote;
  const parts = [onlySpeaker(turnsOf(quote, asHeard)), episode.title, episode.show].filter(Boolean);
  const time = timeText(seconds, timing);
  return `${parts.join(", ")}${time && ` (${time})`}`;
}

/** "Show: Episode, 12:34", for the text of a link. */
export function linkLine({ episode, seconds, timing }: Quote): string {
  const time = timeText(seconds, timing);
  return `${[episode.show, episode.title].filter(Boolean).join(": ")}${time && `, ${time}`}`;
}

/** A quote with its attribution: `"Words." — Speaker, Episode, Show (12:34)`, and the link below. */
export function attributed(quote: Quote, asHeard: boolean): string {
  const turns = turnsOf(quote, asHeard);
  const words = wordsOf(turns);
  const source = `— ${sourceLine(quote, asHeard)}`;
  const said = turns.length > 1 ? `${words}\n\n${source}` : `"${words}" ${source}`;
  return `${said}${quote.url ? `\n${quote.url}` : ""}`;
}

/** The words alone. */
export const plain = (quote: Quote, asHeard: boolean): string => wordsOf(turnsOf(quote, asHeard));

/** `[12:34] words`, a paragraph a line; a speaker is named where another one begins. */
export function timed({ said, timing }: Quote, asHeard: boolean): string {
  const speakers = new Set(said.map(({ speaker }) => named(speaker)));
  return said
    .map(({ speaker, text, heard, seconds, cut }, i) => {
      const time = timeText(seconds, timing);
      const who = named(speaker);
      const isNew = speakers.size > 1 && who && who !== named(said[i - 1]?.speaker ?? null);
      const words = (asHeard ? heard : text).replace(/\s+/g, " ");
      return `${cut ? "[…]\n" : ""}${time && `[${time}] `}${isNew ? `${who}: ` : ""}${words}`;
    })
    .join("\n");
}
