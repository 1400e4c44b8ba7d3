import { addTimeFragment, findSite, type SiteId } from "../sites/sites.ts";

/** A page that has an episode, as the catalog lists it. */
export interface PageLink {
  site: SiteId;
  url: string;
  /** The page prints the words of the transcript, as they were heard. */
  prints?: boolean;
}

const MEDIA_EXTENSION = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm)$/i;

type AddTime = (url: URL, seconds: number) => void;

/** How a time is added to an address; null where no form is documented, for an invented parameter could break a link. */
function findTimeForm(address: string): AddTime | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return null;
  const { timeLink } = findSite(url) ?? {};
  if (timeLink && (timeLink.path?.test(url.pathname) ?? true)) return timeLink.addTime;
  return MEDIA_EXTENSION.test(url.pathname) ? addTimeFragment : null;
}

/** Whether a site is known to read times in its addresses. */
export const canLinkTime = ({ url }: PageLink): boolean => findTimeForm(url) !== null;

/**
 * The link that opens an episode at a time, in whole seconds, rounded down. A page that prints the words is scrolled to
 * them by a text fragment, if what was heard there is handed over.
 */
export function createTimedLink({ url, prints }: PageLink, seconds: number | null, heard = ""): string {
  const addTime = findTimeForm(url);
  if (addTime && seconds !== null) {
    const link = new URL(url);
    addTime(link, Math.max(0, Math.floor(seconds)));
    return link.href;
  }
  const words = !addTime && prints ? findFragmentWords(heard) : "";
  if (!words) return url;
  const link = new URL(url);
  link.hash = `:~:text=${encodeURIComponent(words).replace(/-/g, "%2D")}`;
  return link.href;
}

/** Words that a text fragment looks for, and without which it finds too much. */
const [MAX_FRAGMENT_WORDS, MIN_FRAGMENT_WORDS] = [8, 4];

/** The first words in a row without a stop or comma between them: those the page has may be others. */
function findFragmentWords(heard: string): string {
  let run: string[] = [];
  for (const word of heard.split(/\s+/)) {
    const isPlain = /^[\p{L}\p{N}'’]+$/u.test(word);
    if (isPlain) run.push(word);
    if (run.length === MAX_FRAGMENT_WORDS || (!isPlain && run.length >= MIN_FRAGMENT_WORDS))
      return run.join(" ");
    if (!isPlain) run = [];
  }
  return run.length >= MIN_FRAGMENT_WORDS ? run.join(" ") : "";
}

/** The link for a quote: on the site the reader is on, else where a time can be linked, else the first. */
export function pickLink<L extends PageLink>(links: readonly L[], here: SiteId | null = null): L | null {
  return links.find(({ site }) => site === here) ?? links.find(canLinkTime) ?? links[0] ?? null;
}

/** A link to paste alone: where the site reads no times, the time stands behind it in words. */
export function formatLink(link: PageLink, seconds: number | null, time: string, heard = ""): string {
  const url = createTimedLink(link, seconds, heard);
  return url === link.url && time ? `${url} (at ${time})` : url;
}
