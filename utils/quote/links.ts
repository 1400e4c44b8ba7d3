import { addTimeFragment, findSite, type SiteId } from "../sites/sites.ts";

/** A page of an episode, as the catalog lists it. */
export interface PageLink {
  site: SiteId;
  url: string;
  /** The page contains the words of the transcript as heard. */
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
 * Creates a link to a time, in whole seconds, rounded down. Without a documented form of such links, a page with the
 * words gets a text fragment, which scrolls to them: https://wicg.github.io/scroll-to-text-fragment/
 * @param heard The words at that time as heard.
 * @example
 * createTimedLink({ site, url: "https://youtu.be/J6XcP4JOHmk" }, 754.9); // "https://youtu.be/J6XcP4JOHmk?t=754"
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
  // A hyphen separates the parts of a text directive, and encodeURIComponent leaves it as it is.
  link.hash = `:~:text=${encodeURIComponent(words).replace(/-/g, "%2D")}`;
  return link.href;
}

/** Fewer words than the minimum match elsewhere on the page, too. */
const [MAX_FRAGMENT_WORDS, MIN_FRAGMENT_WORDS] = [8, 4];

/** The first words without punctuation between them; the page's punctuation may differ. Empty if they are too few. */
function findFragmentWords(heard: string): string {
  let words: string[] = [];
  for (const word of heard.split(/\s+/)) {
    const isPlain = /^[\p{L}\p{N}'’]+$/u.test(word);
    if (isPlain) words.push(word);
    if (words.length === MAX_FRAGMENT_WORDS || (!isPlain && words.length >= MIN_FRAGMENT_WORDS))
      return words.join(" ");
    if (!isPlain) words = [];
  }
  return words.length >= MIN_FRAGMENT_WORDS ? words.join(" ") : "";
}

/** Picks the page to link to: on the reader's site, else one that can be opened at a time, else the first. */
export function pickLink<L extends PageLink>(links: readonly L[], here: SiteId | null = null): L | null {
  return links.find(({ site }) => site === here) ?? links.find(canLinkTime) ?? links[0] ?? null;
}

/** Formats a link as text; without a time in the address the formatted time follows in words. */
export function formatLink(link: PageLink, seconds: number | null, time: string, heard = ""): string {
  const url = createTimedLink(link, seconds, heard);
  return url === link.url && time ? `${url} (at ${time})` : url;
}
