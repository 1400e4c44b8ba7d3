const ONES = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1000, "thousand"],
  [100, "hundred"],
] as const;
const IRREGULAR_ORDINALS: { [cardinal: string]: string } = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
/** Larger numbers are read digit by digit. */
const MAX_SPOKEN_NUMBER = 1e15;
const NUMBER_PATTERN = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(st|nd|rd|th|s)?$/;
/** Years from 1100 to 2099, except those of the first decade of a millennium. */
const YEAR_PATTERN = /^(?!.00\d)(?:1[1-9]|20)\d\d$/;

function toCardinalWords(n: number): string[] {
  if (n < 20) return [ONES[n]!];
  if (n < 100) return [TENS[Math.floor(n / 10)]!, ...(n % 10 ? [ONES[n % 10]!] : [])];
  const [size, name] = SCALES.find(([scale]) => n >= scale)!;
  const rest = n % size;
  return [...toCardinalWords(Math.floor(n / size)), name, ...(rest ? toCardinalWords(rest) : [])];
}

/** A year is read in two halves: "twenty fourteen". */
function toYearWords(n: number): string[] {
  const [first, second] = [Math.floor(n / 100), n % 100];
  if (!second) return [...toCardinalWords(first), "hundred"];
  return [...toCardinalWords(first), ...(second < 10 ? ["oh"] : []), ...toCardinalWords(second)];
}

function toOrdinalWords(cardinal: string[]): string[] {
  const last = cardinal.at(-1)!;
  const regular = last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`;
  const ordinal = IRREGULAR_ORDINALS[last] ?? regular;
  return [...cardinal.slice(0, -1), ordinal.replace(/tth$/, "th")];
}

const toDigitWords = (digits: string): string[] => [...digits].map((digit) => ONES[Number(digit)]!);

/**
 * The words in which a number is said in English, so that "25" matches "twenty five".
 *
 * @param word Digits, with a fraction or the ending of an ordinal or decade.
 * @returns Null for any other word.
 * @example
 * toNumberWords("2014"); // ["twenty", "fourteen"]
 * toNumberWords("3rd"); // ["third"]
 */
export function toNumberWords(word: string): string[] | null {
  const match = NUMBER_PATTERN.exec(word);
  if (!match) return null;
  const [, whole = "", fraction, suffix] = match;
  const digits = whole.replaceAll(",", "");
  const n = Number(digits);
  const words =
    n >= MAX_SPOKEN_NUMBER || /^0\d/.test(whole)
      ? toDigitWords(digits)
      : YEAR_PATTERN.test(whole)
        ? toYearWords(n)
        : toCardinalWords(n);
  if (fraction) return [...words, "point", ...toDigitWords(fraction)];
  return suffix && suffix !== "s" ? toOrdinalWords(words) : words;
}
