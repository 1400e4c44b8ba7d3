/** Addresses that land on a moment. Only forms that sites are known to read; see ARCHITECTURE.md. */

/** A page an episode is on, as the catalog lists it. */
interface Link {
  site: string;
  url: string;
}

/**
 * The link that opens an episode at a time: YouTube's `t=` in whole seconds, rounded down. On sites without a known
 * form for times the plain address, never an invented parameter.
 */
export function linkAt({ site, url }: Link, seconds: number | null): string {
  if (site !== "youtube" || seconds === null) return url;
  const link = new URL(url);
  link.searchParams.set("t", `${Math.max(0, Math.floor(seconds))}s`);
  return link.href;
}

/** The link for a quote: on the site the reader is on, else where a time can be linked, else the first. */
export function bestLink(links: readonly Link[], here: string | null = null): Link | null {
  const on = (site: string | null) => links.find((link) => link.site === site);
  return on(here) ?? on("youtube") ?? links[0] ?? null;
}
