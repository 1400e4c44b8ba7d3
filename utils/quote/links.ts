/**
 * Addresses that land on a moment. Only forms that sites are known to read (looked up 2026-11: YouTube's own links;
 * Overcast's and Pocket Casts' sharing; Spotify's timestamps; Fireside's, Podigee's and Changelog's players; W3C media
 * fragments); elsewhere the plain address, never an invented parameter.
 */
import { formatTime } from "../transcript/model/clock-time.ts";

/** A page an episode is on, as the catalog lists it. */
export interface PageLink {
  site: string;
  url: string;
  /** The page prints the words of the transcript, as they were heard. */
  prints?: boolean;
}

const MEDIA_EXTENSION = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm)$/i;

interface TimestampRule {
  matches: (url: URL) => boolean;
  /** Puts whole seconds into the address. */
  apply: (url: URL, seconds: number) => void;
}

const getHost = (url: URL): string => url.hostname.replace(/^www\./, "");
const isSubdomain = (url: URL, domain: string): boolean =>
  getHost(url) === domain || getHost(url).endsWith(`.${domain}`);
const setTimeParameter: TimestampRule["apply"] = (url, seconds) => url.searchParams.set("t", String(seconds));
const setTimeFragment: TimestampRule["apply"] = (url, seconds) => (url.hash = `t=${seconds}`);

const TIMESTAMP_RULES: readonly TimestampRule[] = [
  {
    matches: (url) => ["youtube.com", "m.youtube.com", "music.youtube.com"].includes(getHost(url)),
    apply: (url, seconds) => url.searchParams.set("t", `${seconds}s`),
  },
  { matches: (url) => getHost(url) === "youtu.be", apply: setTimeParameter },
  {
    matches: (url) => getHost(url) === "open.spotify.com" && /\/episode\//.test(url.pathname),
    apply: setTimeParameter,
  },
  {
    matches: (url) => getHost(url) === "overcast.fm" && /^\/\+[^/]+/.test(url.pathname),
    apply: (url, seconds) => (url.pathname = `${/^\/\+[^/]+/.exec(url.pathname)![0]}/${formatTime(seconds)}`),
  },
  {
    matches: (url) => getHost(url) === "pca.st" && url.pathname.startsWith("/episode/"),
    apply: setTimeParameter,
  },
  { matches: (url) => isSubdomain(url, "fireside.fm"), apply: setTimeParameter },
  {
    matches: (url) => isSubdomain(url, "podigee.io") || getHost(url) === "changelog.com",
    apply: setTimeFragment,
  },
  { matches: (url) => MEDIA_EXTENSION.test(url.pathname), apply: setTimeFragment },
];

const findTimestampRule = (address: string): TimestampRule | null => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url && TIMESTAMP_RULES.find(({ matches: isFor }) => isFor(url))) ?? null;
};

/** Whether a site is known to read times in its addresses. */
export const canLinkTime = ({ url }: PageLink): boolean => findTimestampRule(url) !== null;

/**
 * The link that opens an episode at a time, in whole seconds, rounded down. A page that prints the words is scrolled to
 * them by a text fragment, if what was heard there is handed over.
 */
export function createTimedLink({ url, prints }: PageLink, seconds: number | null, heard = ""): string {
  const form = findTimestampRule(url);
  if (form && seconds !== null) {
    const link = new URL(url);
    form.apply(link, Math.max(0, Math.floor(seconds)));
    return link.href;
  }
  const words = !form && prints ? findFragmentWords(heard) : "";
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
export function pickLink<L extends PageLink>(links: readonly L[], here: string | null = null): L | null {
  return links.find(({ site }) => site === here) ?? links.find(canLinkTime) ?? links[0] ?? null;
}

/** A link to paste alone: where the site reads no times, the time stands behind it in words. */
export function formatLink(link: PageLink, seconds: number | null, time: string, heard = ""): string {
  const url = createTimedLink(link, seconds, heard);
  return url === link.url && time ? `${url} (at ${time})` : url;
}
