/** Searching one transcript as one reads it: the words as they stand there, any characters safe. */

/** A stretch of one text: its index, and character offsets. */
export interface Stretch {
  text: number;
  start: number;
  end: number;
}

/** A place where the words stand; where they run on over the end of a text, its stretches in the texts behind. */
export interface Hit extends Stretch {
  more?: Stretch[];
}

/** A text to search in: as shown, and what was heard where that differs. */
export interface Searched {
  text: string;
  changes: readonly { at: number; length: number; heard: string }[];
}

/** Texts made ready to be searched many times, one behind the other. */
export interface FoldedTexts {
  folded: string;
  /** For each character of it: the text it comes from, and its stretch there. */
  text: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
}

/** Both ways in which a talk can be searched. */
export interface FoldedTalk {
  shown: FoldedTexts;
  /** What was heard, with a space before and behind each text in which nothing differs. */
  heard: FoldedTexts;
  /** Whether a character of what was heard is shown otherwise. */
  differs: Uint8Array;
}

/** Shortest search, in characters; one letter is everywhere. */
export const LEAST_CHARACTERS = 2;

/**
 * Folds case and accents, and punctuation and white space to single spaces, apostrophes to nothing, keeping where
 * each character came from: "fast.ai" is found by "fast AI", "learning and" by "learning, and", also where a text
 * ends between the two.
 */
class Folding {
  #folded: string[] = [];
  #last = " ";
  #text: number[] = [];
  #start: number[] = [];
  #end: number[] = [];

  /** Adds a letter of a text that stands for a stretch of it. */
  add(letter: string, text: number, start: number, end: number): void {
    const plain = foldLetter(letter);
    if (!plain || (plain === " " && this.#last === " ")) return;
    for (let k = 0; k < plain.length; k++) {
      this.#text.push(text);
      this.#start.push(start);
      this.#end.push(end);
    }
    this.#folded.push(plain);
    this.#last = plain;
  }

  done(): FoldedTexts {
    return {
      folded: this.#folded.join(""),
      text: Uint32Array.from(this.#text),
      start: Uint32Array.from(this.#start),
      end: Uint32Array.from(this.#end),
    };
  }
}

/** Makes texts ready to be searched by what is shown. */
export function foldTexts(texts: readonly string[]): FoldedTexts {
  const folding = new Folding();
  for (const [k, text] of texts.entries()) {
    for (let i = 0; i < text.length; i++) folding.add(text[i]!, k, i, i + 1);
    folding.add(" ", k, text.length, text.length);
  }
  return folding.done();
}

/** Makes a talk ready to be searched by what is shown and by what was heard. Words taken out are not found. */
export function foldTalk(talk: readonly Searched[]): FoldedTalk {
  const folding = new Folding();
  for (const [k, { text, changes }] of talk.entries()) {
    let next = 0;
    const plain = (end: number) => {
      for (; next < end; next++) folding.add(text[next]!, k, next, next + 1);
    };
    for (const { at, length, heard } of changes) {
      if (!length) continue;
      plain(at);
      for (const letter of ` ${heard.trim()} `) folding.add(letter, k, at, at + length);
      next = at + length;
    }
    plain(text.length);
    folding.add(" ", k, text.length, text.length);
  }
  const heard = folding.done();
  // Only a stretch of several characters for one letter comes from words that are shown otherwise.
  const differs = Uint8Array.from(heard.start, (start, i) => (heard.end[i]! - start > 1 ? 1 : 0));
  return { shown: foldTexts(talk.map(({ text }) => text)), heard, differs };
}

const APOSTROPHES = /['’‘`]/;
const APART = /[\p{P}\s]/u;

function foldLetter(letter: string): string {
  if ((letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9")) return letter;
  if (APOSTROPHES.test(letter)) return "";
  if (APART.test(letter)) return " ";
  return letter < "\u0080"
    ? letter.toLowerCase()
    : letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Every place where the words stand as shown, in order, none overlapping another; none for too short a search. */
export const findIn = (texts: FoldedTexts, typed: string): Hit[] =>
  [...placesOf(texts.folded, typed)].map(([from, to]) => hitAt(texts, from, to));

/** Every place where the words stand as shown or were heard, in order. */
export function findInTalk({ shown, heard, differs }: FoldedTalk, typed: string): Hit[] {
  const hits = findIn(shown, typed);
  const known = Map.groupBy(hits.flatMap(stretchesOf), ({ text }) => text);
  const isKnown = ({ text, start, end }: Stretch) =>
    known.get(text)?.some((other) => other.start < end && start < other.end) ?? false;
  const others = [...placesOf(heard.folded, typed)].flatMap(([from, to]) => {
    if (!differs.subarray(from, to).includes(1)) return [];
    const hit = hitAt(heard, from, to);
    // The same words can be found in both; as they are shown they are told more exactly.
    return stretchesOf(hit).some(isKnown) ? [] : [hit];
  });
  if (!others.length) return hits;
  return [...hits, ...others].toSorted((a, b) => a.text - b.text || a.start - b.start);
}

const stretchesOf = (hit: Hit): Stretch[] => [hit, ...(hit.more ?? [])];

/** Where the words stand in folded text: from, to. */
function* placesOf(folded: string, typed: string): Iterable<[from: number, to: number]> {
  const wanted = foldTexts([typed]).folded.trim();
  if (wanted.length < LEAST_CHARACTERS) return;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    yield [at, at + wanted.length];
}

function hitAt({ folded, text, start, end }: FoldedTexts, from: number, to: number): Hit {
  const stretches: Stretch[] = [];
  for (let i = from; i < to; i++) {
    if (folded[i] === " ") continue;
    const last = stretches.at(-1);
    if (last && last.text === text[i]) last.end = Math.max(last.end, end[i]!);
    else stretches.push({ text: text[i]!, start: start[i]!, end: end[i]! });
  }
  const [first, ...more] = stretches;
  return { ...first!, ...(more.length && { more }) };
}
