import { bare } from "../vocabulary.ts";

/** Words of a line that belong together: a row of words with capitals, or one word alone. */
export interface Run {
  words: string[];
  /** Every word begins with a capital, small ones in the middle ("of") aside. */
  isCapital: boolean;
  /** The line is a headline or a list of names: its capitals mean little. */
  isTitled: boolean;
  /** It begins a sentence. */
  isFirst: boolean;
  /** It stands between commas, dashes or the ends of its line. */
  isListed: boolean;
  /** The words and their neighbours, in small letters. */
  around: string;
}

/** A line in which more of the longer words than this have capitals is a headline or a list. */
const HEADLINE = 0.6;
const TOKEN = /https?:\/\/\S+|[\p{L}\p{N}][\p{L}\p{N}'’&.+#-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu;
const LINKING = new Set(["of", "de", "van", "von", "di", "der", "the", "&"]);

/** The runs of a line of text, in order. Addresses are left out. */
export function runsOf(line: string, isHeadline: boolean): Run[] {
  const tokens = [...line.matchAll(TOKEN)].filter(({ 0: text }) => !/^https?:|\//.test(text));
  const isTitled = isHeadline || capitals(line) > HEADLINE;
  const endOf = (k: number) => (k < 0 ? 0 : tokens[k]!.index + tokens[k]![0].length);
  const gap = (k: number) => line.slice(endOf(k - 1), tokens[k]?.index ?? line.length);
  const isCapital = (k: number) => /^\p{Lu}/u.test(tokens[k]?.[0] ?? "");
  const goesOn = (k: number) => k < tokens.length && /^\s+$/.test(gap(k));
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length;) {
    let end = i + 1;
    const isLink = () => LINKING.has(tokens[end]![0]) && isCapital(end + 1) && goesOn(end + 1);
    if (isCapital(i)) while (goesOn(end) && (isCapital(end) || isLink())) end++;
    runs.push({
      words: tokens.slice(i, end).map(([text]) => text.replace(/['’]s$/, "")),
      isCapital: isCapital(i),
      isTitled,
      isFirst: i === 0 || /[.!?:]/.test(gap(i)),
      isListed: /^\s*$|[,;:()|–—-]|^ $/.test(gap(i)) && /^\s*$|[,;:.()|–—-]/.test(gap(end)),
      around: tokens
        .slice(Math.max(0, i - 1), end + 1)
        .map(([text]) => bare(text))
        .join(" "),
    });
    i = end;
  }
  return runs;
}

/** Share of the longer words of a line that begin with a capital. */
function capitals(line: string): number {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
}
