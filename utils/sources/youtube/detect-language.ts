import { getLanguageFamily } from "./select-track.ts";

/** Scripts by the languages that are written in them. All others count as written in Latin letters. */
const SCRIPTS: readonly (readonly [script: RegExp, families: readonly string[]])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, ["ja"]],
  [/\p{sc=Hangul}/gu, ["ko"]],
  [/\p{sc=Han}/gu, ["zh", "zh-hans", "zh-hant", "ja"]],
  [/\p{sc=Cyrillic}/gu, ["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"]],
  [/\p{sc=Arabic}/gu, ["ar", "fa", "ur", "ps", "sd", "ug", "ckb"]],
  [/\p{sc=Hebrew}/gu, ["he", "yi"]],
  [/\p{sc=Greek}/gu, ["el"]],
  [/\p{sc=Devanagari}/gu, ["hi", "mr", "ne", "sa"]],
  [/\p{sc=Thai}/gu, ["th"]],
];

/** The commonest words of languages in Latin letters that no other of these languages has. */
const COMMON_WORDS: { readonly [family: string]: string } = {
  en: "the and of that it is was this you with they have what",
  de: "und der das ist nicht ich sich mit auch wir ein auf",
  fr: "le et les est que pas je vous nous une dans pour",
  es: "el y los es por con las lo pero muy está esto",
  pt: "e não uma com você mais isso muito são também ele",
  it: "il di che è non sono per della anche questo gli",
  nl: "de het een van en niet dat ik zijn voor maar ook",
};
const MIN_COMMON_WORDS = 20;
const MIN_LETTERS = 40;
/** The start of a long transcript is enough. */
const MAX_CHARACTERS = 20_000;

/**
 * Whether a text can be in a language. It is false only where script or common words contradict it: YouTube answers
 * with another language's captions where it does not have those that were asked for.
 */
export function matchesLanguage(text: string, language: string): boolean {
  const sample = text.slice(0, MAX_CHARACTERS);
  const detected = detectLanguages(sample);
  return detected === null || detected.includes(getLanguageFamily(language));
}

/** Families of the languages that a text can be in; null where that is open. */
function detectLanguages(text: string): readonly string[] | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return null;
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const written = SCRIPTS.find(([script]) => count(script) > letters * 0.15);
  if (written) return written[1];
  return detectLatinLanguage(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function detectLatinLanguage(words: readonly string[]): readonly string[] | null {
  const counts = Object.entries(COMMON_WORDS).map(([family, common]) => {
    const set = new Set(common.split(" "));
    return { family, count: words.filter((word) => set.has(word)).length };
  });
  const [best, next] = counts.toSorted((a, b) => b.count - a.count);
  return best && next && best.count >= MIN_COMMON_WORDS && best.count > next.count * 2 ? [best.family] : null;
}
