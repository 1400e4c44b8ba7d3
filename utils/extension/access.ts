import { browser } from "wxt/browser";
import { PAGE_MATCHES } from "../sites/hosts.ts";

/**
 * Hosts whose pages the browser keeps from us, because the reader set the extension to "on click" or took the
 * access back. Asked with https, for Chromium answers a wildcard scheme with no (seen in 156).
 */
export async function withheldHosts(): Promise<string[]> {
  const answers = await Promise.all(
    hosts().map(async (host) =>
      (await browser.permissions.contains({ origins: [`https://${host}/*`] })) ? [] : [host],
    ),
  );
  return answers.flat();
}

/** Asks the reader for access to a host; has to be called from a click. */
export const requestAccess = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [`https://${host}/*`] });

/** Every host on which the content script is declared to run. */
export const hosts = (): string[] => [
  ...new Set(PAGE_MATCHES.map((match) => new URL(match.replace("*", "")).host)),
];

/** True for an address on which the content script should run by itself. */
export function isOurs(address: string | undefined): boolean {
  if (!address || !URL.canParse(address)) return false;
  const url = new URL(address);
  return PAGE_MATCHES.some((match) => `${url.origin}${url.pathname}`.startsWith(match.replace("*", "")));
}
