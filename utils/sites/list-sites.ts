import { getSite } from "./adapters.ts";
import { PAGE_MATCHES } from "./page-matches.ts";

/** Every name that `siteOf` gives on pages where Earmark runs, in the order of the hosts. */
export const listSites = (): string[] => [
  ...new Set(PAGE_MATCHES.map((match) => getSite(new URL(match.replace("*", ""))))),
];
