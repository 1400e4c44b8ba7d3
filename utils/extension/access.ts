import { browser } from "wxt/browser";
import { PAGE_MATCHES } from "../sites/sites.ts";

/**
 * Hosts whose pages the browser keeps from us, because the reader set the extension to "on click" or took the
 * access back. A pattern that is granted is listed as it was declared; one that a wider grant covers is not, so
 * that is asked too, with https, for Chromium answers a wildcard scheme with no (seen in 156).
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

/** Asks the reader for access to hosts; has to be called from a click. */
export const requestAccess = (hosts: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: toOrigins(hosts) });

const toOrigins = (hosts: string[]) => hosts.map((host) => `https://${host}/*`);
const toHosts = (matches: string[]) => [
  ...new Set(matches.map((match) => new URL(match.replace("*", "")).host)),
];

/** True for an address on which the content script should run by itself. */
export function isMatchedUrl(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const url = new URL(address);
  return PAGE_MATCHES.some((match) => `${url.origin}${url.pathname}`.startsWith(match.replace("*", "")));
}
