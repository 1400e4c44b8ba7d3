import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import { t } from "./i18n.ts";

/** Creating a formatter takes longer than a row of a list may. */
const formats = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * Writes a date with a short month.
 * @param date A day as YYYY-MM-DD, or an ISO date with time, of which the day in the reader's time zone is written.
 */
export function formatMediumDate(date: string): string {
  const timeZone = date.includes("T") ? undefined : "UTC";
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat(t("language"), { dateStyle: "medium", timeZone });
    formats.set(timeZone, format);
  }
  return format.format(new Date(date));
}

/** Words show, number, people and date of an episode, as far as they are known. */
export function describeEpisode({ show, number, hosts, guests, published }: CatalogEpisode): string {
  const people = (guests.length ? guests : hosts).join(", ");
  return [show, number, people, published && formatMediumDate(published)]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}
