/** Reading values of JSON that comes from a page. Every function returns an empty value for anything unexpected. */

/** An object of unknown content. */
export interface PageData {
  readonly [key: string]: unknown;
}

/** Whether a value is an object and no list. */
export const isPageData = (value: unknown): value is PageData =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Follows keys through nested objects; undefined where one is missing. */
export function getPath(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) found = isPageData(found) ? found[key] : undefined;
  return found;
}

/** The objects of a list. */
export const getObjects = (value: unknown): PageData[] =>
  Array.isArray(value) ? value.filter(isPageData) : [];

/** A text, cut to `maxLength` characters. */
export const getString = (value: unknown, maxLength = 1000): string =>
  typeof value === "string" ? value.slice(0, maxLength) : "";

/**
 * A number, or a string with one.
 *
 * @returns null for `null` and `""`, which `Number` would turn into 0.
 */
export function getNumber(value: unknown): number | null {
  const isNumeric = typeof value === "number" || (typeof value === "string" && value.trim() !== "");
  const number = isNumeric ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** A text in any of YouTube's forms: a string, `simpleText`, `content`, or `runs` of texts (www.youtube.com, 2026-08). */
export function getText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isPageData(value)) return "";
  for (const key of ["simpleText", "content"]) if (typeof value[key] === "string") return value[key];
  return getObjects(value["runs"])
    .map(({ text }) => getString(text))
    .join("");
}
