import { onlySpeaker, timeText, turnsOf, type Quote, type Turn } from "../quote.ts";
import { linkLine, sourceLine } from "./attribution.ts";
import { inHtml, inMarkdown, inOrg, inOrgLink, urlInMarkdown } from "./escape.ts";

/** Quotes in notations that mark text up. */

const quoted = (lines: string): string => lines.replace(/^(?=.)/gm, "> ").replace(/^$/gm, ">");

const markdownLink = (text: string, url: string | null): string =>
  url ? `[${inMarkdown(text)}](${urlInMarkdown(url)})` : inMarkdown(text);

const markdownWords = (turns: readonly Turn[]): string =>
  turns
    .map(({ speaker, texts }) => {
      const words = texts.map(inMarkdown).join("\n\n");
      return turns.length > 1 && speaker ? `**${inMarkdown(speaker)}:** ${words}` : words;
    })
    .join("\n\n");

/** A Markdown quote: `> Words.`, and below `> — Speaker, [Show: Episode, 12:34](link)`. */
export function markdown(quote: Quote, asHeard: boolean): string {
  const turns = turnsOf(quote, asHeard);
  const speaker = onlySpeaker(turns);
  const source = `— ${speaker ? `${inMarkdown(speaker)}, ` : ""}${markdownLink(linkLine(quote), quote.url)}`;
  return quoted(`${markdownWords(turns)}\n\n${source}`);
}

/** Obsidian's callout of the kind "quote". */
export function callout(quote: Quote, asHeard: boolean): string {
  const turns = turnsOf(quote, asHeard);
  const title = [onlySpeaker(turns), quote.episode.title].filter((part) => part !== null);
  return quoted(
    `[!quote] ${inMarkdown(title.join(", "))}\n${markdownWords(turns)}\n\n${markdownLink(linkLine(quote), quote.url)}`,
  );
}

/** An Org quote block. */
export function org(quote: Quote, asHeard: boolean): string {
  const turns = turnsOf(quote, asHeard);
  const speaker = onlySpeaker(turns);
  const words = turns
    .map(
      (turn) =>
        `${turns.length > 1 && turn.speaker ? `*${turn.speaker}:* ` : ""}${turn.texts.map(inOrg).join("\n\n")}`,
    )
    .join("\n\n");
  const line = inOrgLink(linkLine(quote));
  const link = quote.url ? `[[${quote.url.replace(/[[\]]/g, encodeURIComponent)}][${line}]]` : line;
  return `#+begin_quote\n${words}\n\n— ${speaker ? `${speaker}, ` : ""}${link}\n#+end_quote`;
}

/** HTML for documents: a block quote, and the source with a link below. */
export function html(quote: Quote, asHeard: boolean): string {
  const turns = turnsOf(quote, asHeard);
  const paragraphs = turns
    .flatMap(({ speaker, texts }) =>
      texts.map((text, i) => {
        const who = turns.length > 1 && speaker && i === 0 ? `<strong>${inHtml(speaker)}:</strong> ` : "";
        return `<p>${who}${inHtml(text).replace(/\n/g, "<br>")}</p>`;
      }),
    )
    .join("");
  const { url, seconds, timing } = quote;
  const line = sourceLine({ ...quote, seconds: null }, asHeard);
  const time = timeText(seconds, timing);
  const label = time ? `(${time})` : "link";
  const link = url ? ` <a href="${inHtml(url)}">${label}</a>` : time && ` ${label}`;
  const cite = url ? ` cite="${inHtml(url)}"` : "";
  return `<blockquote${cite}>${paragraphs}</blockquote><p>— ${inHtml(line)}${link}</p>`;
}
