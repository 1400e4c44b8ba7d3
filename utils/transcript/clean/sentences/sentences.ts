import type { Piece, Step } from "../draft.ts";
import { endsSentence, punctuation, wordsIn, type Word } from "../row.ts";
import { kept } from "../kept.ts";
import { chancesAt } from "./odds.ts";
import { properNouns } from "../proper.ts";
import { asksAt, isQuestion, NEVER_ASKS } from "./question.ts";

/** A full stop is put where it is at least this likely, a comma where it is. */
const STOP = 0.5;
const COMMA = 0.5;
/** A sentence is at least so long, in words. */
const SHORTEST = 3;
/** Longer ones are parted at the likeliest place, if it is likely enough. */
const LONGEST = 36;
const PARTED = 0.12;
/** No sentence ends with these. */
const NEVER_LAST = new Set(
  (
    "a an the of to and or my your our their his its in with for from as at by into about between i we they he she i'm " +
    "i've it's that's there's very but if because than that which who where when why how what like just am is are was " +
    "were be been can could would should will has have had not these every don't doesn't he's she's they're we're you're it'll i'll he'll they'll means reason also even called"
  ).split(" "),
);
/** A sentence that no one punctuated is taken to begin with one of these only. */
const FIRST = new Set(
  (
    "i i'm i've i'll i'd you you're you've we we're we've he he's she she's they they're it it's it'll that that's this " +
    "these there there's here here's and but so or well yeah yes no okay ok right now then also because if when while " +
    "what what's how why who where which do does did is are was can could would should have has let let's maybe " +
    "sometimes actually basically obviously anyway first in for as at on my our your the a an people everybody nobody " +
    "one most like mm-hmm hmm oh wow sure exactly absolutely interesting cool thanks thank hello hi welcome not none"
  ).split(" "),
);
/** Before these a comma will do, unless the sentence is as long as this. */
const LINKING = new Set(["and", "but", "or"]);
const LINKED = 14;

/**
 * Capitals, and stops where a recogniser gave none. Capitals and punctuation are no Changes, so nothing is recorded.
 * Text that has stops of its own keeps them as they are.
 */
export const sentences: Step = {
  name: "sentences",
  run(pieces, { language = "en", names }) {
    const row = wordsIn(pieces);
    const isEnglish = /^en\b/i.test(language);
    const marks = isEnglish ? marksOf(row) : row.map(() => "");
    const own = new Set(names.flatMap(({ name }) => (/^\p{Ll}\S*$/u.test(name) ? [name] : [])));
    const texts = row.map(({ text }, k) => {
      const mark = marks[k]!;
      return mark ? (mark === "," ? text : text.replace(/[,;]$/, "")) + mark : text;
    });
    if (isEnglish) proper(row, texts);
    const shown = new Map<number, string>();
    const isReply = (k: number) =>
      row[k - 1]!.piece.speaker !== row[k]!.piece.speaker && endsSentence(texts[k - 1]!);
    row.forEach(({ text, at }, k) => {
      const starts = k === 0 || isStart(texts[k - 1]!) || isReply(k);
      const word = starts && !isOwn(texts[k]!, own) ? capital(texts[k]!) : texts[k]!;
      if (word !== text) shown.set(at, word);
    });
    return shown.size
      ? pieces.map((piece, i): Piece => (shown.has(i) ? { ...piece, text: shown.get(i)! } : piece))
      : pieces;
  },
};

/** A sentence begins behind a word with a stop, unless the stop belongs to the word. */
const isStart = kept(
  (before) => /[.?!]["”’)\]]*$/.test(before) && !before.endsWith("..") && endsSentence(before),
);

/** Names that have no capital at the start of a sentence either, and words with capitals of their own inside. */
function isOwn(text: string, own: ReadonlySet<string>): boolean {
  const plain = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return own.has(plain) || /\p{Ll}.*\p{Lu}|\.\p{L}/u.test(plain);
}

/** The stop or comma that belongs behind each word; empty for none, and where the word has one. */
function marksOf(row: readonly Word[]): string[] {
  const isPunctuated = punctuation(row);
  const words = row.map((word) => word.bare);
  const marks = row.map(() => "");
  const chances = row.map((_, k) => (isPunctuated(k) ? null : chancesAt(words, k)));
  const isOpen = (k: number) => {
    const [word, next] = [row[k]!, row[k + 1]];
    if (!next || word.ends || word.lost || next.lost) return false;
    const isOneName = word.piece.correction && word.piece.correction === next.piece.correction;
    return !isOneName && !(/\d$/.test(word.text) && /^\d/.test(next.text));
  };
  let start = 0;
  for (let k = 0; k < row.length; k++) {
    const { ends, comma, piece } = row[k]!;
    const next = row[k + 1];
    const isTurn = next ? next.piece.speaker !== piece.speaker : chances[k] !== null;
    if (isTurn && !ends && !piece.lost && !row[k]!.text.endsWith(".")) marks[k] = ".";
    else if (isOpen(k) && chances[k]) {
      const { comma: c, stop } = chances[k]!;
      const isLinked = LINKING.has(words[k + 1]!) && words[k + 2] !== "so" && k - start + 1 < LINKED;
      const isLikely = stop > STOP || (asksAt(words, k + 1) && !NEVER_ASKS.has(words[k]!));
      // "Do you think so": no sentence is one word at the end of what somebody says.
      const opens = FIRST.has(words[k + 1]!) && row[k + 2]?.piece.speaker === next?.piece.speaker;
      if (isLikely && opens && !isLinked && k - start + 1 >= SHORTEST && !NEVER_LAST.has(words[k]!))
        marks[k] = ".";
      else if ((c > COMMA || (isLinked && stop > STOP)) && !comma) marks[k] = ",";
    }
    if (!marks[k]!.startsWith(".") && !ends) continue;
    part(start, k);
    start = k + 1;
  }
  return marks;

  /** Ends a sentence: too long a one is parted, and it is looked at whether it asks something. */
  function part(from: number, to: number) {
    if (to - from >= LONGEST) {
      let best = -1;
      for (let k = from + SHORTEST; k < to - SHORTEST; k++)
        if (
          isOpen(k) &&
          chances[k] &&
          FIRST.has(words[k + 1]!) &&
          !NEVER_LAST.has(words[k]!) &&
          chances[k]!.stop > (chances[best]?.stop ?? PARTED)
        )
          best = k;
      if (best >= 0) {
        marks[best] = ".";
        part(from, best);
        part(best + 1, to);
        return;
      }
    }
    if (marks[to] === "." && isQuestion(words.slice(from, to + 1))) marks[to] = "?";
  }
}

const I = /^(["“‘(]?)i(?=(?:['’](?:m|ve|ll|d))?\P{L}*$)/u;

/** "I", and the names of days, months, countries and languages. */
function proper(row: readonly Word[], texts: string[]): void {
  const known = properNouns();
  for (const [k, { bare, text }] of row.entries()) {
    if (bare[0] === "i") texts[k] = texts[k]!.replace(I, "$1I");
    const name = known.get(bare.endsWith("'s") ? bare.slice(0, -2) : bare);
    if (name === undefined || !/^\P{L}*\p{Ll}/u.test(text)) continue;
    if (name) texts[k] = capital(texts[k]!);
    else if (known.has(`${bare} ${row[k + 1]?.bare ?? ""}`))
      [texts[k], texts[k + 1]] = [capital(texts[k]!), capital(texts[k + 1]!)];
  }
}

const capital = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
