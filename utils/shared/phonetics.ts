/**
 * How words sound, roughly, in English: enough to tell that "in lytic" may be "Enlitic". Letters become sounds, one
 * character each; two rows of sounds are compared with small costs for what ears and recognisers mix up.
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

/** The sounds of a word or of words said together. */
export function toPhonemes(text: string): string {
  const letters = toPlainLetters(text);
  return PHONEME_RULES.reduce((sounds, [pattern, by]) => sounds.replace(pattern, by), letters);
}

/** Letters that Unicode does not take apart, and signs that are said. */
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

/** Small letters and digits alone, without accents. */
export const toPlainLetters = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[ıłøðßæœ+#]/g, (letter) => LETTER_REPLACEMENTS[letter]!)
    .replace(/[^\p{L}\p{N}]/gu, "");

const DIGIT_PATTERN = /\p{N}/u;
/** Two numbers are never nearly the same. */
const NUMBER_MISMATCH_COST = 4;
const VOWEL_PATTERN = /[aeiou]/;
/** Sounds that are easily taken for each other, with the cost of doing so. */
const SIMILAR_PHONEMES = [
  [0.3, "bp dt gk vf zs Ss Sz JC SC JS Tt gJ"],
  [0.45, "mn Td Tf lr vb wv Tv nl"],
] as const;
/** Sounds are letters and digits of ASCII nearly always; others share one place in the tables. */
const CODE_COUNT = 128;
const getPhonemeCode = (text: string, i: number) => Math.min(text.charCodeAt(i), CODE_COUNT - 1);

const getDropCost = (a: string): number =>
  DIGIT_PATTERN.test(a) ? NUMBER_MISMATCH_COST : VOWEL_PATTERN.test(a) ? 0.4 : /[hwnrt]/.test(a) ? 0.7 : 0.85;

const ASCII_CHARACTERS = Array.from({ length: CODE_COUNT }, (_, i) => String.fromCharCode(i));
const DROP_COSTS = Float32Array.from(ASCII_CHARACTERS, getDropCost);
/** The costs of all pairs, worked out once; filled in rather than asked for, for this runs whenever a page loads it. */
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

/** Rows are as long as two spans of words may be. */
const MAX_PHONEMES = 128;
const [scratchRows, scratchCodes] = [new Float32Array(2 * MAX_PHONEMES), new Uint8Array(MAX_PHONEMES)];

/**
 * How far two rows of sounds are apart: 0 for the same, about 1 for nothing in common.
 * @param most Whatever is further apart is as good as anything else: `Infinity`, found out sooner.
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
 * The same from one row of sounds to many; those that come one after the other and begin alike are compared from
 * where they differ.
 */
export function createPhoneticDistance(b: string): (a: string, most?: number) => number {
  const own = new Uint8Array(MAX_PHONEMES);
  const length = encodePhonemes(b, own);
  const width = length + 1;
  /** A row for each sound of the one before, and the least in each. */
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

/** Puts sounds as codes into a list; gives how many. */
function encodePhonemes(sounds: string, into: Uint8Array): number {
  const length = Math.min(sounds.length, MAX_PHONEMES - 1);
  for (let i = 0; i < length; i++) into[i] = getPhonemeCode(sounds, i);
  return length;
}

/** The distances of nothing from the beginnings of a row of sounds. */
function fillFirstRow(rows: Float32Array, b: Uint8Array, length: number): void {
  rows[0] = 0;
  for (let j = 0; j < length; j++) rows[j + 1] = rows[j]! + DROP_COSTS[b[j]!]!;
}

/** The distances behind one more sound, from those at a place to those at another; gives the least of them. */
function fillNextRow(
  rows: Float32Array,
  at: number,
  to: number,
  sound: number,
  b: Uint8Array,
  length: number,
): number {
  const gone = DROP_COSTS[sound]!;
  const swaps = sound * CODE_COUNT;
  let left = rows[at]! + gone;
  let least = left;
  rows[to] = left;
  for (let j = 0; j < length; j++) {
    const other = b[j]!;
    const changed = rows[at + j]! + SWAP_COSTS[swaps + other]!;
    const shorter = Math.min(rows[at + j + 1]! + gone, left + DROP_COSTS[other]!);
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

/** The bones of a row of sounds: classes of its consonants. What may be the same has nearly the same bones. */
export const toPhoneticKey = (sounds: string): string =>
  [...sounds].map((sound) => CONSONANT_CLASSES[sound] ?? (/\p{N}/u.test(sound) ? sound : "")).join("");
