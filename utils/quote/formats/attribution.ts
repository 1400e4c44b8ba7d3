import {
  getSpeakerName,
  getOnlySpeaker,
  formatQuoteTime,
  groupTurns,
  formatTurns,
  type Quote,
} from "../quote.ts";

/** "Speaker, Episode, Show (12:34)"; what is unknown is left out. */
export function formatSource(quote: Quote, asHeard = false): string {
  const { episode, seconds, timing } = quote;
  const parts = [getOnlySpeaker(groupTurns(quote, asHeard)), episode.title, episode.show].filter(Boolean);
  const time = formatQuoteTime(seconds, timing);
  return `${parts.join(", ")}${time && ` (${time})`}`;
}

/** "Show: Episode, 12:34", for the text of a link. */
export function formatLinkLabel({ episode, seconds, timing }: Quote): string {
  const time = formatQuoteTime(seconds, timing);
  return `${[episode.show, episode.title].filter(Boolean).join(": ")}${time && `, ${time}`}`;
}

/** A quote with its attribution: `"Words." — Speaker, Episode, Show (12:34)`, and the link below. */
export function formatAttributed(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const words = formatTurns(turns);
  const source = `— ${formatSource(quote, asHeard)}`;
  const said = turns.length > 1 ? `${words}\n\n${source}` : `"${words}" ${source}`;
  return `${said}${quote.url ? `\n${quote.url}` : ""}`;
}

/** The words alone. */
export const formatPlain = (quote: Quote, asHeard: boolean): string =>
  formatTurns(groupTurns(quote, asHeard));

/** `[12:34] words`, a paragraph a line; a speaker is named where another one begins. */
export function formatTimed({ paragraphs, timing }: Quote, asHeard: boolean): string {
  const speakers = new Set(paragraphs.map(({ speaker }) => getSpeakerName(speaker)));
  return paragraphs
    .map(({ speaker, text, heard, seconds, cut }, i) => {
      const time = formatQuoteTime(seconds, timing);
      const who = getSpeakerName(speaker);
      const isNew = speakers.size > 1 && who && who !== getSpeakerName(paragraphs[i - 1]?.speaker ?? null);
      const words = (asHeard ? heard : text).replace(/\s+/g, " ");
      return `${cut ? "[…]\n" : ""}${time && `[${time}] `}${isNew ? `${who}: ` : ""}${words}`;
    })
    .join("\n");
}
