import { toWordKey } from "../tokens/word-key.ts";

/** Words of a line that belong together: a run of capitalized words, or one other word. */
export interface NotesPhrase {
  words: string[];
  /** All words are capitalized, except particles such as "of". */
  isCapital: boolean;
  /** The line is a headline or a list of names, in which capitals mean little. */
  isTitled: boolean;
  isSentenceStart: boolean;
  /** It is enclosed in commas, dashes or the ends of its line. */
  isListed: boolean;
  /** The keys of its words and of the words next to it. */
  context: string;
}

/** A line of which a higher share of the longer words is capitalized is a headline or a list. */
const HEADLINE_CAPITAL_SHARE = 0.6;
const WORD_PATTERN = /https?:\/\/\S+|[\p{L}\p{N}][\p{L}\p{N}'’&.+#-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu;
/** Words inside names that are not capitalized, in several languages. */
const NAME_PARTICLES = new Set(["of", "de", "van", "von", "di", "der", "the", "&"]);

/** Splits a line of text into phrases. Addresses are left out. */
export function splitPhrases(line: string, isHeadline: boolean): NotesPhrase[] {
  const words = [...line.matchAll(WORD_PATTERN)].filter(({ 0: text }) => !/^https?:|\//.test(text));
  const isTitled = isHeadline || computeCapitalShare(line) > HEADLINE_CAPITAL_SHARE;
  const getEnd = (k: number) => (k < 0 ? 0 : words[k]!.index + words[k]![0].length);
  /** The text before a word. */
  const getGap = (k: number) => line.slice(getEnd(k - 1), words[k]?.index ?? line.length);
  const isCapital = (k: number) => /^\p{Lu}/u.test(words[k]?.[0] ?? "");
  const isContinued = (k: number) => k < words.length && /^\s+$/.test(getGap(k));
  const isParticle = (k: number) =>
    NAME_PARTICLES.has(words[k]![0]) && isCapital(k + 1) && isContinued(k + 1);
  const phrases: NotesPhrase[] = [];
  for (let start = 0; start < words.length;) {
    let end = start + 1;
    if (isCapital(start)) while (isContinued(end) && (isCapital(end) || isParticle(end))) end++;
    phrases.push({
      words: words.slice(start, end).map(([text]) => text.replace(/['’]s$/, "")),
      isCapital: isCapital(start),
      isTitled,
      isSentenceStart: start === 0 || /[.!?:]/.test(getGap(start)),
      isListed: /^\s*$|[,;:()|–—-]|^ $/.test(getGap(start)) && /^\s*$|[,;:.()|–—-]/.test(getGap(end)),
      context: words
        .slice(Math.max(0, start - 1), end + 1)
        .map(([text]) => toWordKey(text))
        .join(" "),
    });
    start = end;
  }
  return phrases;
}

/** Share of the words of four letters and more that are capitalized. */
function computeCapitalShare(line: string): number {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
}
