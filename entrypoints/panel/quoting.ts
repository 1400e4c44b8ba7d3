import type { Quoting, Words } from "../../components/quote/quoting.ts";
import { copyText, copyWritten } from "../../utils/extension/clipboard.ts";
import { isGone } from "../../utils/extension/gone.ts";
import { makeLink, makeQuote, makeSaved, type Quoted } from "../../utils/extension/quoting.ts";
import type { CatalogEpisode, EpisodeLink } from "../../utils/library/facts.ts";
import { ask } from "../../utils/messages.ts";
import { writeQuote } from "../../utils/quote/formats/formats.ts";
import type { Writing } from "../../utils/quote/formats/writing.ts";
import { bestLink, type Link } from "../../utils/quote/links.ts";
import { toFailure } from "../../utils/result.ts";
import { episodeKey } from "../../utils/sites/key.ts";
import type { SyncPoint } from "../../utils/transcript/timing/shifts.ts";

/** What of the panel's state quotes depend on, as it is when they are made. */
interface Now {
  taps: { [site: string]: SyncPoint[] };
  writing: Writing;
}

/** What can be done with words of the page's episode. */
export function quotingOn(
  episode: CatalogEpisode,
  site: string,
  now: () => Now,
): Omit<Quoting, "writing" | "saved"> {
  const key = episodeKey(location.href);
  const onThisPage = episode.links.find(({ url }) => episodeKey(url) === key);
  const usual = onThisPage ?? bestLink(episode.links, site);
  const quoted = (words: Words, link: Link | null = usual): Quoted => ({
    ...words,
    episode,
    site,
    taps: now().taps,
    link: (link as EpisodeLink | null) ?? undefined,
  });
  return {
    links: episode.links.toSorted((a, b) => Number(b === usual) - Number(a === usual)),
    copy: (words, { format, asHeard }) => {
      const { writing } = now();
      return copyWritten(
        writeQuote(makeQuote(quoted(words)), { ...writing, ...(format && { format }) }, asHeard),
      );
    },
    copyLink: (words, link) => {
      const text = makeLink(quoted(words, link));
      return text === null ? Promise.resolve(false) : copyText(text);
    },
    save: (words) =>
      ask("background.save", { quote: makeSaved(quoted(words)) }).catch(() =>
        toFailure(isGone() ? "extension-gone" : "quotes-broken"),
      ),
    // When the extension is gone there is no list to open; the panel says that it is gone.
    onList: () => void ask("background.quotes", null).catch(() => null),
  };
}
