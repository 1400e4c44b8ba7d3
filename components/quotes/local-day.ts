/** The day on which something was, by the reader's clock: year, month, day, to be compared and to be written out. */
export function getLocalDay(moment: string): string {
  const date = new Date(moment);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((number) => String(number).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** A day in words. */
export const formatDay = (day: string, language: string): string =>
  // At noon, which is on the same day in every clock that may be put forward or back that night.
  new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(`${day}T12:00`));
