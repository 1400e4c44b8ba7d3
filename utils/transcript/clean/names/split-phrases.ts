import { toWordKey } from "../tokens/word-key.ts";

/** Words of a line that belong together: a row of words with capitals, or one word alone. */
export interface NotesPhrase {
  words: string[];
  /** Every word begins with a capital, small ones in the middle ("of") aside. */
  isCapital: boolean;
  /** The line is a headline or a list of names: its capitals mean little. */
  isTitled: boolean;
  /** It begins a sentence. */
  isSentenceStart: boolean;
  /** It stands between commas, dashes or the ends of its line. */
  isListed: boolean;
  /** The words and their neighbours, in small letters. */
  context: string;
}

/** A line in which more of the longer words than this have capitals is a headline or a list. */
const HEADLINE_CAPITAL_SHARE = 0.6;
const TOKEN_PATTERN = /https?:\/\/\S+|[\p{L}\p{N}][\p{L}\p{N}'’&.+#-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu;
const NAME_PARTICLES = new Set(["of", "de", "van", "von", "di", "der", "the", "&"]);

/** The runs of a line of text, in order. Addresses are left out. */
export function splitPhrases(line: string, isHeadline: boolean): NotesPhrase[] {
  const tokens = [...line.matchAll(TOKEN_PATTERN)].filter(({ 0: text }) => !/^https?:|\//.test(text));
  const isTitled = isHeadline || computeCapitalShare(line) > HEADLINE_CAPITAL_SHARE;
  const endOf = (k: number) => (k < 0 ? 0 : tokens[k]!.index + tokens[k]![0].length);
  const gap = (k: number) => line.slice(endOf(k - 1), tokens[k]?.index ?? line.length);
  const isCapital = (k: number) => /^\p{Lu}/u.test(tokens[k]?.[0] ?? "");
  const goesOn = (k: number) => k < tokens.length && /^\s+$/.test(gap(k));
  const runs: NotesPhrase[] = [];
  for (let i = 0; i < tokens.length;) {
    let end = i + 1;
    const isLink = () => NAME_PARTICLES.has(tokens[end]![0]) && isCapital(end + 1) && goesOn(end + 1);
    if (isCapital(i)) while (goesOn(end) && (isCapital(end) || isLink())) end++;
    runs.push({
      words: tokens.slice(i, end).map(([text]) => text.replace(/['’]s$/, "")),
      isCapital: isCapital(i),
      isTitled,
      isSentenceStart: i === 0 || /[.!?:]/.test(gap(i)),
      isListed: /^\s*$|[,;:()|–—-]|^ $/.test(gap(i)) && /^\s*$|[,;:.()|–—-]/.test(gap(end)),
      context: tokens
        .slice(Math.max(0, i - 1), end + 1)
        .map(([text]) => toWordKey(text))
        .join(" "),
    });
    i = end;
  }
  return runs;
}

/** Share of the longer words of a line that begin with a capital. */
function computeCapitalShare(line: string): number {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
}
