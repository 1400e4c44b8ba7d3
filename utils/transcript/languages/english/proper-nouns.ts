import { toWordSet } from "../../../shared/word-set.ts";

/** Names that are also ordinary words. */
const AMBIGUOUS_NAMES = toWordSet(
  `may march august sat sun wed mon polish turkey jersey chad jordan guinea georgia niger cuba mali togo ha hu ho ga ewe
  yap tuvan ido fang lao akan even bini vai kom`,
);
/** Shorter names are too easily taken for words. */
const MIN_NAME_LETTERS = 4;

const DAY_MS = 86_400_000;
/** The mean length of a month: multiples of it and a half fall in the middle of each month of 1970. */
const MONTH_MS = 30.4 * DAY_MS;
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];
/** Languages with more than ten million speakers, and those of Europe. */
const LANGUAGE_TAGS = toWordSet(
  `ar bg bn cs da de el en es et fa fi fr ga gu he hi hr hu id is it ja jv kn ko la lt lv ml mr ms mt nb ne nl no pa pl ps
  pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur vi yo zh zu`,
);

let cachedNouns: ReadonlyMap<string, string> | null = null;

/**
 * English names of days, months, countries and languages, which are always capitalized.
 * They come from the platform's copy of the CLDR (https://cldr.unicode.org/) through Intl.
 *
 * @returns Written forms by lower-case name; the first word of a longer name maps to an empty string.
 */
export function getProperNouns(): ReadonlyMap<string, string> {
  if (cachedNouns) return cachedNouns;
  const nouns = new Map<string, string>();
  const add = (name: string | undefined) => {
    if (!name || !/^[\p{Lu}][\p{L} ]+$/u.test(name)) return;
    const lowerCase = name.toLowerCase();
    if (lowerCase.length < MIN_NAME_LETTERS || AMBIGUOUS_NAMES.has(lowerCase)) return;
    nouns.set(lowerCase, name);
    const [first = ""] = lowerCase.split(" ");
    if (first !== lowerCase && !nouns.has(first)) nouns.set(first, "");
  };
  const months = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
  for (let i = 0; i < 12; i++) add(months.format((i + 0.5) * MONTH_MS));
  for (let i = 0; i < 7; i++) add(days.format(i * DAY_MS));
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  for (const a of ALPHABET) for (const b of ALPHABET) add(regions.of(`${a}${b}`.toUpperCase()));
  for (const tag of LANGUAGE_TAGS) add(languages.of(tag));
  cachedNouns = nouns;
  return nouns;
}
