/**
 * The day of a moment in the reader's time zone.
 * @param moment ISO 8601.
 * @returns YYYY-MM-DD.
 */
export function getLocalDay(moment: string): string {
  const date = new Date(moment);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** Writes out a day, given as YYYY-MM-DD. */
export const formatDay = (day: string, language: string): string =>
  // Noon is on the same day whether or not daylight saving time begins or ends that night.
  new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(`${day}T12:00`));
