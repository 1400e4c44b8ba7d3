/**
 * How words sound, roughly, in English: enough to tell that "in lytic" may be "Enlitic". Letters become sounds, one
 * character each; two rows of sounds are compared with small costs for what ears and recognisers mix up.
 */

const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, "n"],
  [/^wr/, "r"],
  [/^ps/, "s"],
  [/^x/, "z"],
  [/tch|cz/g, "C"],
  [/sch|sh/g, "S"],
  [/ck|cq/g, "k"],
  [/ch(?=[rl])/g, "k"],
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
  [/(.)\1+/g, "$1"],
];

/** The sounds of a word or of words said together. */
export function soundOf(text: string): string {
  const letters = lettersOf(text);
  return RULES.reduce((sounds, [pattern, by]) => sounds.replace(pattern, by), letters);
}

/** Letters that Unicode does not take apart, and signs that are said. */
const PLAIN: { [letter: string]: string } = {
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
export const lettersOf = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[ıłøðßæœ+#]/g, (letter) => PLAIN[letter]!)
    .replace(/[^\p{L}\p{N}]/gu, "");

const DIGIT = /\p{N}/u;
/** Two numbers are never nearly the same. */
const FAR = 4;
const VOWEL = /[aeiou]/;
/** Sounds that are easily taken for each other, with the cost of doing so. */
const ALIKE = new Map<string, number>();
for (const [cost, pairs] of [
  [0.3, "bp dt gk vf zs Ss Sz JC SC JS Tt gJ"],
  [0.45, "mn Td Tf lr vb wv Tv nl"],
] as const)
  for (const [a, b] of pairs.split(" ").map((pair) => [...pair] as [string, string])) {
    ALIKE.set(a + b, cost);
    ALIKE.set(b + a, cost);
  }

function swap(a: string, b: string): number {
  if (a === b) return 0;
  if (DIGIT.test(a) || DIGIT.test(b)) return FAR;
  if (VOWEL.test(a) && VOWEL.test(b)) return 0.25;
  return ALIKE.get(a + b) ?? 1;
}
const drop = (a: string) => (DIGIT.test(a) ? FAR : VOWEL.test(a) ? 0.4 : /[hwnrt]/.test(a) ? 0.7 : 0.85);

/** How far two rows of sounds are apart: 0 for the same, about 1 for nothing in common. */
export function soundDistance(a: string, b: string): number {
  if (a === b) return 0;
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push(row[j]! + drop(b[j]!));
  for (let i = 0; i < a.length; i++) {
    const next = [row[0]! + drop(a[i]!)];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + swap(a[i]!, b[j]!), row[j + 1]! + drop(a[i]!), next[j]! + drop(b[j]!)));
    row = next;
  }
  return row.at(-1)! / Math.max(a.length, b.length, 1);
}

/** How much two words are spelt alike: 1 for the same, 0 for no letter in common. */
export function spelling(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j]! + (a[i] === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    row = next;
  }
  return 1 - row.at(-1)! / Math.max(a.length, b.length, 1);
}

const CLASSES: { [sound: string]: string } = {
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
export const bonesOf = (sounds: string): string =>
  [...sounds].map((sound) => CLASSES[sound] ?? (/\p{N}/u.test(sound) ? sound : "")).join("");
