import { browser } from "wxt/browser";
import { PAGE_MATCHES } from "../sites/sites.ts";

/**
 * Finds hosts whose pages the browser withholds: the reader set the extension to run "on click", or revoked access.
 * `getAll` lists granted patterns as they were declared. `contains` is asked about the others, because a wider grant can
 * cover them; Chromium 156 answers it with false for a wildcard scheme.
 */
export async function findWithheldHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const missing = toHosts(PAGE_MATCHES.filter((match) => !origins.includes(match)));
  const answers = await Promise.all(
    missing.map(async (host) =>
      (await browser.permissions.contains({ origins: toOrigins([host]) })) ? [] : [host],
    ),
  );
  return answers.flat();
}

/** Asks the reader for access to hosts. Browsers reject this outside of a click's handler. */
export const requestAccess = (hosts: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: toOrigins(hosts) });

const toOrigins = (hosts: string[]) => hosts.map((host) => `https://${host}/*`);
const toHosts = (matches: string[]) => [
  ...new Set(matches.map((match) => new URL(match.replace("*", "")).host)),
];

/** Whether the manifest runs the content script on an address. */
export function isMatchedUrl(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const url = new URL(address);
  return PAGE_MATCHES.some((match) => `${url.origin}${url.pathname}`.startsWith(match.replace("*", "")));
}
