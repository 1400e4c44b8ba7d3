/**
 * Approximates how English words sound, well enough to match "in lytic" with "Enlitic". Letters become phonemes of one
 * character each. A weighted edit distance compares phonemes: pairs that recognisers confuse cost little.
 */

const PHONEME_RULES: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, "n"],
  [/^wr/, "r"],
  [/^ps/, "s"],
  [/^x/, "z"],
  [/tch|cz/g, "C"],
  [/sch|sh/g, "S"],
  [/ck|cq/g, "k"],
  [/ch(?=[rl])/g, "k"],
  [/^arch(?=i(?!ng)|et)/, "ark"],
  [/ch/g, "C"],
  [/ph/g, "f"],
  [/wh/g, "w"],
  [/dge?(?=[^a-z]|$)/g, "J"],
  [/(?:t|c|s|ss|x)i(?=[aeou])/g, "S"],
  [/th/g, "T"],
  [/gh(?=[^aeiouy]|$)/g, ""],
  [/gh/g, "g"],
  [/qu/g, "kw"],
  [/c(?=[eiy])/g, "s"],
  [/[cq]/g, "k"],
  [/g(?=[ey])/g, "J"],
  [/j/g, "J"],
  [/x/g, "ks"],
  [/(?<=.)e$/, ""],
  [/(?<=[aeiou])[wy](?![aeiou])/g, ""],
  [/y/g, "i"],
  [/(?<=.)h/g, ""],
  [/([aeiou])[aeiou]+/g, "$1"],
  [/([a-zA-Z])\1+/g, "$1"],
];

/** The phonemes of a word, or of words spoken together. */
export function toPhonemes(text: string): string {
  const letters = toPlainLetters(text);
  return PHONEME_RULES.reduce((sounds, [pattern, by]) => sounds.replace(pattern, by), letters);
}

/** Letters without a canonical decomposition (https://unicode.org/reports/tr15/), and signs that are spoken. */
const LETTER_REPLACEMENTS: { [letter: string]: string } = {
  ı: "i",
  ł: "l",
  ø: "o",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "+": "plus",
  "#": "sharp",
};

/** Reduces text to lower-case letters without accents, and digits. */
export const toPlainLetters = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[ıłøðßæœ+#]/g, (letter) => LETTER_REPLACEMENTS[letter]!)
    .replace(/[^\p{L}\p{N}]/gu, "");

const DIGIT_PATTERN = /\p{N}/u;
/** Different numbers never count as similar. */
const NUMBER_MISMATCH_COST = 4;
const VOWEL_PATTERN = /[aeiou]/;
/** Pairs of phonemes that are easily confused, by the cost of a substitution. */
const SIMILAR_PHONEMES = [
  [0.3, "bp dt gk vf zs Ss Sz JC SC JS Tt gJ"],
  [0.45, "mn Td Tf lr vb wv Tv nl"],
] as const;
/** Phonemes are ASCII with few exceptions, which share the last code. */
const CODE_COUNT = 128;
const getPhonemeCode = (text: string, i: number) => Math.min(text.charCodeAt(i), CODE_COUNT - 1);

const getDropCost = (a: string): number =>
  DIGIT_PATTERN.test(a) ? NUMBER_MISMATCH_COST : VOWEL_PATTERN.test(a) ? 0.4 : /[hwnrt]/.test(a) ? 0.7 : 0.85;

const ASCII_CHARACTERS = Array.from({ length: CODE_COUNT }, (_, i) => String.fromCharCode(i));
const DROP_COSTS = Float32Array.from(ASCII_CHARACTERS, getDropCost);
/** Substitution costs by pair of codes. Computed at module load on every page, hence filled and not queried pair by pair. */
const SWAP_COSTS = buildSwapCosts();

function buildSwapCosts(): Float32Array {
  const costs = new Float32Array(CODE_COUNT * CODE_COUNT).fill(1);
  const put = (a: string, b: string, cost: number) => {
    costs[getPhonemeCode(a, 0) * CODE_COUNT + getPhonemeCode(b, 0)] = cost;
    costs[getPhonemeCode(b, 0) * CODE_COUNT + getPhonemeCode(a, 0)] = cost;
  };
  for (const [cost, pairs] of SIMILAR_PHONEMES)
    for (const pair of pairs.split(" ")) put(pair[0]!, pair[1]!, cost);
  const [vowels, digits] = [VOWEL_PATTERN, DIGIT_PATTERN].map((kind) =>
    ASCII_CHARACTERS.filter((sound) => kind.test(sound)),
  );
  for (const one of vowels!) for (const other of vowels!) put(one, other, 0.25);
  for (const one of digits!) for (const other of ASCII_CHARACTERS) put(one, other, NUMBER_MISMATCH_COST);
  for (const one of ASCII_CHARACTERS) put(one, one, 0);
  return costs;
}

/** Longest text that is compared, in phonemes; longer ones are cut. */
const MAX_PHONEMES = 128;
const [scratchRows, scratchCodes] = [new Float32Array(2 * MAX_PHONEMES), new Uint8Array(MAX_PHONEMES)];

/**
 * Computes the distance of two phoneme strings: 0 for equal ones, about 1 for nothing in common.
 * @param most A larger distance is returned as `Infinity`, which saves computing it.
 */
export function computePhoneticDistance(a: string, b: string, most = Infinity): number {
  if (a === b) return 0;
  const length = encodePhonemes(b, scratchCodes);
  const longer = Math.max(a.length, length, 1);
  fillFirstRow(scratchRows, scratchCodes, length);
  let at = 0;
  for (let i = 0; i < a.length; i++, at = MAX_PHONEMES - at)
    if (
      fillNextRow(scratchRows, at, MAX_PHONEMES - at, getPhonemeCode(a, i), scratchCodes, length) >
      most * longer
    )
      return Infinity;
  return scratchRows[at + length]! / longer;
}

/**
 * Creates a distance from one phoneme string to many. Calls with strings in alphabetical order are fast, because each
 * reuses the rows of the prefix that it shares with the string before.
 */
export function createPhoneticDistance(b: string): (a: string, most?: number) => number {
  const own = new Uint8Array(MAX_PHONEMES);
  const length = encodePhonemes(b, own);
  const width = length + 1;
  /** One row per phoneme of the string before, and the minimum of each row. */
  const rows = new Float32Array(MAX_PHONEMES * width);
  const leasts = new Float32Array(MAX_PHONEMES);
  fillFirstRow(rows, own, length);
  let before = "";
  let known = 0;
  return (a, most = Infinity) => {
    const end = Math.min(a.length, MAX_PHONEMES - 1);
    const longer = Math.max(end, length, 1);
    const enough = most * longer;
    let i = 0;
    while (i < known && i < end && a.charCodeAt(i) === before.charCodeAt(i))
      if (leasts[++i]! > enough) return Infinity;
    before = a;
    for (known = i; known < end;) {
      const least = fillNextRow(
        rows,
        known * width,
        (known + 1) * width,
        getPhonemeCode(a, known),
        own,
        length,
      );
      leasts[++known] = least;
      if (least > enough) return Infinity;
    }
    return rows[end * width + length]! / longer;
  };
}

/** Writes the codes of phonemes into an array and returns their number. */
function encodePhonemes(sounds: string, into: Uint8Array): number {
  const length = Math.min(sounds.length, MAX_PHONEMES - 1);
  for (let i = 0; i < length; i++) into[i] = getPhonemeCode(sounds, i);
  return length;
}

/** Fills the row of distances from the empty string to each prefix of `b`. */
function fillFirstRow(rows: Float32Array, b: Uint8Array, length: number): void {
  rows[0] = 0;
  for (let j = 0; j < length; j++) rows[j + 1] = rows[j]! + DROP_COSTS[b[j]!]!;
}

/** Computes the row of distances after one more phoneme, from the row at `at` into that at `to`, and returns its minimum. */
function fillNextRow(
  rows: Float32Array,
  at: number,
  to: number,
  sound: number,
  b: Uint8Array,
  length: number,
): number {
  const dropCost = DROP_COSTS[sound]!;
  const swaps = sound * CODE_COUNT;
  let left = rows[at]! + dropCost;
  let least = left;
  rows[to] = left;
  for (let j = 0; j < length; j++) {
    const other = b[j]!;
    const changed = rows[at + j]! + SWAP_COSTS[swaps + other]!;
    const shorter = Math.min(rows[at + j + 1]! + dropCost, left + DROP_COSTS[other]!);
    left = changed < shorter ? changed : shorter;
    rows[to + j + 1] = left;
    if (left < least) least = left;
  }
  return least;
}

const CONSONANT_CLASSES: { [sound: string]: string } = {
  b: "p",
  p: "p",
  f: "p",
  v: "p",
  d: "t",
  t: "t",
  T: "t",
  g: "k",
  k: "k",
  s: "s",
  z: "s",
  S: "s",
  C: "s",
  J: "s",
  m: "n",
  n: "n",
  l: "l",
  r: "l",
};

/** The phonetic key: the classes of the consonants. Strings that sound alike have nearly equal keys. */
export const toPhoneticKey = (sounds: string): string =>
  [...sounds].map((sound) => CONSONANT_CLASSES[sound] ?? (/\p{N}/u.test(sound) ? sound : "")).join("");
