/**
 * Words that have a capital wherever they stand in English: days, months, countries, languages. From the platform's
 * own tables (CLDR through Intl), so that none is kept here.
 */

/** They are also words of their own. */
const AMBIGUOUS_NAMES = new Set(
  "may march august sat sun wed mon polish turkey jersey chad jordan guinea georgia niger cuba mali togo ha hu ho ga ewe yap tuvan ido fang lao akan even bini vai kom".split(
    " ",
  ),
);

/** Lower-case words to how they are written; names of several words by all of them, their first word to nothing. */
export function getProperNouns(): ReadonlyMap<string, string> {
  if (cachedProperNouns) return cachedProperNouns;
  const names = new Map<string, string>();
  const add = (name: string | undefined) => {
    if (!name || !/^[\p{Lu}][\p{L} ]+$/u.test(name)) return;
    const small = name.toLowerCase();
    if (small.length <= 3 || AMBIGUOUS_NAMES.has(small)) return;
    names.set(small, name);
    const [first = ""] = small.split(" ");
    if (first !== small && !names.has(first)) names.set(first, "");
  };
  const months = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
  for (let i = 0; i < 12; i++) add(months.format((i + 0.5) * MONTH_MS));
  for (let i = 0; i < 7; i++) add(days.format(i * DAY_MS));
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  for (const a of ALPHABET) for (const b of ALPHABET) add(regions.of(`${a}${b}`.toUpperCase()));
  for (const tag of LANGUAGE_CODES.split(" ")) add(languages.of(tag));
  return (cachedProperNouns = names);
}

/** Worked out once. */
let cachedProperNouns: ReadonlyMap<string, string> | null = null;

const DAY_MS = 86_400_000;
/** About a month: from the middle of one to the middle of the next. */
const MONTH_MS = 30.4 * DAY_MS;
const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"];
/** Languages that have more than ten million speakers, and those of Europe. */
const LANGUAGE_CODES =
  "ar bg bn cs da de el en es et fa fi fr ga gu he hi hr hu id is it ja jv kn ko la lt lv ml mr ms mt nb ne nl no pa pl " +
  "ps pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur vi yo zh zu";
