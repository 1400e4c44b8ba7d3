import { getOnlySpeaker, formatQuoteTime, groupTurns, type Quote, type QuoteTurn } from "../quote.ts";
import { formatLinkLabel, formatSource } from "./attribution.ts";
import { escapeHtml, escapeMarkdown, escapeOrg, escapeOrgLink, escapeMarkdownUrl } from "./escape.ts";

const toBlockQuote = (lines: string): string => lines.replace(/^(?=.)/gm, "> ").replace(/^$/gm, ">");

const formatMarkdownLink = (text: string, url: string | null): string =>
  url ? `[${escapeMarkdown(text)}](${escapeMarkdownUrl(url)})` : escapeMarkdown(text);

const formatMarkdownTurns = (turns: readonly QuoteTurn[]): string =>
  turns
    .map(({ speaker, texts }) => {
      const words = texts.map(escapeMarkdown).join("\n\n");
      return turns.length > 1 && speaker ? `**${escapeMarkdown(speaker)}:** ${words}` : words;
    })
    .join("\n\n");

/** Formats a Markdown block quote that ends with `> — Speaker, [Show: Episode, 12:34](link)`. */
export function formatMarkdown(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const speaker = getOnlySpeaker(turns);
  const source = `— ${speaker ? `${escapeMarkdown(speaker)}, ` : ""}${formatMarkdownLink(formatLinkLabel(quote), quote.url)}`;
  return toBlockQuote(`${formatMarkdownTurns(turns)}\n\n${source}`);
}

/** Formats an Obsidian callout of the type "quote": https://help.obsidian.md/callouts. */
export function formatCallout(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const title = [getOnlySpeaker(turns), quote.episode.title].filter((part) => part !== null);
  return toBlockQuote(
    `[!quote] ${escapeMarkdown(title.join(", "))}\n${formatMarkdownTurns(turns)}\n\n${formatMarkdownLink(formatLinkLabel(quote), quote.url)}`,
  );
}

/** Formats an Org quote block: https://orgmode.org/manual/Paragraphs.html. */
export function formatOrg(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const speaker = getOnlySpeaker(turns);
  const words = turns
    .map(
      (turn) =>
        `${turns.length > 1 && turn.speaker ? `*${turn.speaker}:* ` : ""}${turn.texts.map(escapeOrg).join("\n\n")}`,
    )
    .join("\n\n");
  const line = escapeOrgLink(formatLinkLabel(quote));
  const link = quote.url ? `[[${quote.url.replace(/[[\]]/g, encodeURIComponent)}][${line}]]` : line;
  return `#+begin_quote\n${words}\n\n— ${speaker ? `${speaker}, ` : ""}${link}\n#+end_quote`;
}

/** Formats an HTML block quote, followed by its source with a link. */
export function formatHtml(quote: Quote, asHeard: boolean): string {
  const turns = groupTurns(quote, asHeard);
  const paragraphs = turns
    .flatMap(({ speaker, texts }) =>
      texts.map((text, i) => {
        const who = turns.length > 1 && speaker && i === 0 ? `<strong>${escapeHtml(speaker)}:</strong> ` : "";
        return `<p>${who}${escapeHtml(text).replace(/\n/g, "<br>")}</p>`;
      }),
    )
    .join("");
  const { url, seconds, timing } = quote;
  const line = formatSource({ ...quote, seconds: null }, asHeard);
  const time = formatQuoteTime(seconds, timing);
  const label = time ? `(${time})` : "link";
  const link = url ? ` <a href="${escapeHtml(url)}">${label}</a>` : time && ` ${label}`;
  const cite = url ? ` cite="${escapeHtml(url)}"` : "";
  return `<blockquote${cite}>${paragraphs}</blockquote><p>— ${escapeHtml(line)}${link}</p>`;
}
