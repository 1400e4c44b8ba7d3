import type { CleaningStep } from "./context/cleaning-step.ts";
import type { Token } from "./tokens/token.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";
import { computeStopChances } from "./sentences/stop-odds.ts";

/** A label without a name, as recognisers give it. */
export const ANONYMOUS_LABEL = /^(?:speaker|sprecher|spk|voice)[ _]?(?:\d*|[A-Z])$/i;
/** A transcript has to be this long, in turns, before its labels are judged. */
const MIN_TURNS = 20;
/** Where labels are right, more turns than this share end with their sentence. */
const MIN_ENDED_SHARE = 0.3;
/** A label that is off is off by about one line of captions; words to both sides in which its turn may begin. */
const MAX_LABEL_SHIFT_WORDS = 10;
/** What each word of distance costs, against the chance that a sentence ends. */
const SHIFT_COST_PER_WORD = 0.02;
/** With two labels the guest has at least this share of the words. */
const MIN_GUEST_SHARE = 0.6;
/** Words with which people begin to speak. */
const OPENING_WORDS = new Set(
  "yeah yes no well okay ok right so what how why do is can i sure absolutely interesting".split(" "),
);
/** Before a turn captions have these; they are layout. */
const SPEAKER_MARK = /^(?:>>+|[-–—])$/;

/**
 * Who speaks, from what the source says. Labels that flip a caption line early or late, in the middle of sentences,
 * are moved to where a sentence begins; two labels without names get those of host and guest where one has most of
 * the words; ">>" and leading dashes begin a paragraph.
 */
export const speakersStep: CleaningStep = {
  name: "speakers",
  run(pieces, { hosts = [], guests = [] }) {
    const marked = removeSpeakerMarks(pieces);
    const labels = new Set(marked.map(({ speaker }) => speaker));
    if ([...labels].some((label) => !ANONYMOUS_LABEL.test(label ?? ""))) return marked;
    const moved = repairTurnStarts(marked);
    if (labels.size !== 2 || hosts.length !== 1 || guests.length !== 1) return moved;
    const [a, b] = [...labels] as [string, string];
    const share = moved.filter(({ speaker }) => speaker === a).length / moved.length;
    if (Math.max(share, 1 - share) < MIN_GUEST_SHARE) return moved;
    const guest = share > 0.5 ? a : b;
    return moved.map((piece) => ({ ...piece, speaker: piece.speaker === guest ? guests[0]! : hosts[0]! }));
  },
};

/** Without the marks of captions for a new speaker; the word behind one begins a paragraph. */
function removeSpeakerMarks(pieces: Token[]): Token[] {
  const isMark = (i: number) => pieces[i]!.boundary !== "word" && SPEAKER_MARK.test(pieces[i]!.text);
  if (!pieces.some((_, i) => isMark(i))) return pieces;
  return pieces.flatMap((piece, i): Token[] => {
    if (isMark(i)) return [];
    const before = pieces[i - 1];
    if (i === 0 || !isMark(i - 1)) return [piece];
    return [{ ...piece, boundary: "paragraph", start: piece.start ?? before!.start }];
  });
}

/** Turns begin with sentences; labels that mostly do already stay as they are. */
function repairTurnStarts(pieces: Token[]): Token[] {
  const row = getVisibleTokens(pieces);
  const starts = row.flatMap((word, k) => (k && word.token.speaker !== row[k - 1]!.token.speaker ? [k] : []));
  const ended = starts.filter((k) => row[k - 1]!.isSentenceEnd).length;
  if (starts.length < MIN_TURNS || ended > starts.length * MIN_ENDED_SHARE) return pieces;
  const words = row.map((word) => word.normalized);
  const moved: number[] = [];
  for (const [n, k] of starts.entries()) {
    const [least, most] = [(moved.at(-1) ?? 0) + 1, (starts[n + 1] ?? row.length) - 1];
    moved.push(findTurnStart(row, words, k, least, most));
  }
  const labels = starts.map((k) => row[k]!.token.speaker);
  let turn = -1;
  const by = new Map<number, string | null>();
  row.forEach(({ index: at }, k) => {
    while (turn + 1 < moved.length && moved[turn + 1]! <= k) turn++;
    by.set(at, turn < 0 ? row[0]!.token.speaker : labels[turn]!);
  });
  return pieces.map((piece, i) => (by.has(i) ? { ...piece, speaker: by.get(i)! } : piece));
}

/** The place near a label at which a sentence most likely begins. */
function findTurnStart(
  row: readonly VisibleToken[],
  words: string[],
  label: number,
  least: number,
  most: number,
): number {
  let best = label;
  let highest = -Infinity;
  for (
    let k = Math.max(least, label - MAX_LABEL_SHIFT_WORDS);
    k <= Math.min(most, label + MAX_LABEL_SHIFT_WORDS);
    k++
  ) {
    const chance = row[k - 1]!.isSentenceEnd
      ? 1
      : computeStopChances(words, k - 1).stop + (OPENING_WORDS.has(words[k]!) ? 0.1 : 0);
    const score = chance - SHIFT_COST_PER_WORD * Math.abs(k - label);
    if (score > highest) [best, highest] = [k, score];
  }
  return best;
}
