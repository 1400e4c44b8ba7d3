/** Numbers as they are said in English, so that "25" meets "twenty five" and "2014" "twenty fourteen". */

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1000, "thousand"],
  [100, "hundred"],
] as const;
const ORDINALS: { [cardinal: string]: string } = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
/** Larger ones are read digit by digit. */
const MAX_SPOKEN_NUMBER = 1e15;

function toCardinalWords(n: number): string[] {
  if (n < 20) return [ONES[n]!];
  if (n < 100) return [TENS[Math.floor(n / 10)]!, ...(n % 10 ? [ONES[n % 10]!] : [])];
  const [size, name] = SCALES.find(([least]) => n >= least)!;
  const rest = n % size;
  return [...toCardinalWords(Math.floor(n / size)), name, ...(rest ? toCardinalWords(rest) : [])];
}

/** Years are said in two halves, except those of the first decade of a thousand. */
function toYearWords(n: number): string[] {
  const [first, second] = [Math.floor(n / 100), n % 100];
  if (!second) return [...toCardinalWords(first), "hundred"];
  return [...toCardinalWords(first), ...(second < 10 ? ["oh"] : []), ...toCardinalWords(second)];
}

function toOrdinalWords(words: string[]): string[] {
  const last = words.at(-1)!;
  const said = ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words.slice(0, -1), said.replace(/tth$/, "th")];
}

/** The words of a number in digits, with a fraction or as an ordinal; null for any other word. */
export function toNumberWords(word: string): string[] | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(st|nd|rd|th|s)?$/.exec(word);
  if (!found) return null;
  const [, whole = "", fraction, suffix] = found;
  const n = Number(whole.replaceAll(",", ""));
  const isYear = /^(?:1[1-9]|20)\d\d$/.test(whole) && !/^.00\d$/.test(whole);
  const said =
    n >= MAX_SPOKEN_NUMBER || /^0\d/.test(whole)
      ? [...whole.replaceAll(",", "")].map((digit) => ONES[Number(digit)]!)
      : isYear
        ? toYearWords(n)
        : toCardinalWords(n);
  if (fraction) return [...said, "point", ...[...fraction].map((digit) => ONES[Number(digit)]!)];
  return suffix && suffix !== "s" ? toOrdinalWords(said) : said;
}
