/**
 * Addresses that land on a moment. Only forms that sites are known to read (looked up 2026-11: YouTube's own links;
 * Overcast's and Pocket Casts' sharing; Spotify's timestamps; Fireside's, Podigee's and Changelog's players; W3C media
 * fragments); elsewhere the plain address, never an invented parameter.
 */
import { formatTime } from "../transcript/clock.ts";

/** A page an episode is on, as the catalog lists it. */
export interface Link {
  site: string;
  url: string;
  /** The page prints the words of the transcript, as they were heard. */
  prints?: boolean;
}

const MEDIA = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm)$/i;

interface Form {
  isFor: (url: URL) => boolean;
  /** Puts whole seconds into the address. */
  set: (url: URL, seconds: number) => void;
}

const host = (url: URL): string => url.hostname.replace(/^www\./, "");
const isUnder = (url: URL, domain: string): boolean =>
  host(url) === domain || host(url).endsWith(`.${domain}`);
const parameter: Form["set"] = (url, seconds) => url.searchParams.set("t", String(seconds));
const fragment: Form["set"] = (url, seconds) => (url.hash = `t=${seconds}`);

const FORMS: readonly Form[] = [
  {
    isFor: (url) => ["youtube.com", "m.youtube.com", "music.youtube.com"].includes(host(url)),
    set: (url, seconds) => url.searchParams.set("t", `${seconds}s`),
  },
  { isFor: (url) => host(url) === "youtu.be", set: parameter },
  {
    isFor: (url) => host(url) === "open.spotify.com" && /\/episode\//.test(url.pathname),
    set: parameter,
  },
  {
    isFor: (url) => host(url) === "overcast.fm" && /^\/\+[^/]+/.test(url.pathname),
    set: (url, seconds) => (url.pathname = `${/^\/\+[^/]+/.exec(url.pathname)![0]}/${formatTime(seconds)}`),
  },
  { isFor: (url) => host(url) === "pca.st" && url.pathname.startsWith("/episode/"), set: parameter },
  { isFor: (url) => isUnder(url, "fireside.fm"), set: parameter },
  { isFor: (url) => isUnder(url, "podigee.io") || host(url) === "changelog.com", set: fragment },
  { isFor: (url) => MEDIA.test(url.pathname), set: fragment },
];

const formOf = (address: string): Form | null => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url && FORMS.find(({ isFor }) => isFor(url))) ?? null;
};

/** Whether a site is known to read times in its addresses. */
export const takesTime = ({ url }: Link): boolean => formOf(url) !== null;

/**
 * The link that opens an episode at a time, in whole seconds, rounded down. A page that prints the words is scrolled to
 * them by a text fragment, if what was heard there is handed over.
 */
export function linkAt({ url, prints }: Link, seconds: number | null, heard = ""): string {
  const form = formOf(url);
  if (form && seconds !== null) {
    const link = new URL(url);
    form.set(link, Math.max(0, Math.floor(seconds)));
    return link.href;
  }
  const words = !form && prints ? plainRun(heard) : "";
  if (!words) return url;
  const link = new URL(url);
  link.hash = `:~:text=${encodeURIComponent(words).replace(/-/g, "%2D")}`;
  return link.href;
}

/** Words that a text fragment looks for, and without which it finds too much. */
const [MOST, LEAST] = [8, 4];

/** The first words in a row without a stop or comma between them: those the page has may be others. */
function plainRun(heard: string): string {
  let run: string[] = [];
  for (const word of heard.split(/\s+/)) {
    const isPlain = /^[\p{L}\p{N}'’]+$/u.test(word);
    if (isPlain) run.push(word);
    if (run.length === MOST || (!isPlain && run.length >= LEAST)) return run.join(" ");
    if (!isPlain) run = [];
  }
  return run.length >= LEAST ? run.join(" ") : "";
}

/** The link for a quote: on the site the reader is on, else where a time can be linked, else the first. */
export function bestLink<L extends Link>(links: readonly L[], here: string | null = null): L | null {
  return links.find(({ site }) => site === here) ?? links.find(takesTime) ?? links[0] ?? null;
}

/** A link to paste alone: where the site reads no times, the time stands behind it in words. */
export function linkText(link: Link, seconds: number | null, time: string, heard = ""): string {
  const url = linkAt(link, seconds, heard);
  return url === link.url && time ? `${url} (at ${time})` : url;
}
