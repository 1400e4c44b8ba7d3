import {
  getSpeakerName,
  getOnlySpeaker,
  formatQuoteTime,
  groupTurns,
  formatTurns,
  type Quote,
} from "../quote.ts";

/** Formats the source: "Speaker, Episode, Show (12:34)". Unknown parts are omitted. */
export function formatSource(quote: Quote, asHeard = false): string {
  const { episode, seconds, timing } = quote;
  const parts = [getOnlySpeaker(groupTurns(quote, asHeard)), episode.title, episode.show].filter(Boolean);
  const time = formatQuoteTime(seconds, timing);
  return `${parts.join(", ")}${time && ` (${time})`}`;
}

/** Formats the text of a link: "Show: Episode, 12:34". */
export function formatLinkLabel({ episode, seconds, timing }: Quote): string {
  const time = formatQuoteTime(seconds, timing);
  return `${[episode.show, episode.title].filter(Boolean).join(": ")}${time && `, ${time}`}`;
}

/** Formats a quote with its source, `"Words." — Speaker, Episode, Show (12:34)`, and its link in the next line. */
export function formatAttributed(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const words = formatTurns(turns);
  const source = `— ${formatSource(quote, asHeard)}`;
  const quoted = turns.length > 1 ? `${words}\n\n${source}` : `"${words}" ${source}`;
  return `${quoted}${quote.url ? `\n${quote.url}` : ""}`;
}

/** Formats the words alone. */
export const formatPlain = (quote: Quote, asHeard: boolean): string =>
  formatTurns(groupTurns(quote, asHeard));

/** Formats one line a paragraph, "[12:34] words"; each change of the speaker is named. */
export function formatTimed({ paragraphs, timing }: Quote, asHeard: boolean): string {
  const speakers = new Set(paragraphs.map(({ speaker }) => getSpeakerName(speaker)));
  return paragraphs
    .map(({ speaker, text, heard, seconds, cut }, i) => {
      const time = formatQuoteTime(seconds, timing);
      const who = getSpeakerName(speaker);
      const isNewSpeaker =
        speakers.size > 1 && who && who !== getSpeakerName(paragraphs[i - 1]?.speaker ?? null);
      const words = (asHeard ? heard : text).replace(/\s+/g, " ");
      return `${cut ? "[…]\n" : ""}${time && `[${time}] `}${isNewSpeaker ? `${who}: ` : ""}${words}`;
    })
    .join("\n");
}
