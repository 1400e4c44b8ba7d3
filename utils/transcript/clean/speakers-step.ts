import { getLanguage } from "../languages/get-language.ts";
import type { Language } from "../languages/language.ts";
import { isAnonymousSpeaker } from "../model/anonymous-speaker.ts";
import type { CleaningStep } from "./context/cleaning-step.ts";
import { computeStopChances } from "./sentences/stop-chances.ts";
import type { Token } from "./tokens/token.ts";
import { getVisibleTokens, type VisibleToken } from "./tokens/visible-tokens.ts";

/** Labels are judged only in transcripts of at least this many turns. */
const MIN_TURNS = 20;
/** Where labels are right, more turns than this share end with a sentence. */
const MIN_ENDED_SHARE = 0.3;
/** A misplaced label is off by about one line of captions: a turn may begin this many words to either side. */
const MAX_LABEL_SHIFT_WORDS = 10;
/** Cost of each word of distance, against the chance of a sentence end (0 to 1). */
const SHIFT_COST_PER_WORD = 0.02;
/** What a typical first word of a turn adds to the chance. */
const OPENER_BONUS = 0.1;
/** Of two speakers, the guest has at least this share of the words. */
const MIN_GUEST_SHARE = 0.6;
/**
 * Marks of a new speaker in captions: ">>" and leading dashes.
 *
 * @see https://en.wikipedia.org/wiki/Closed_captioning#Syntax
 */
const SPEAKER_MARK = /^(?:>>+|[-–—])$/;

/**
 * Repairs who speaks. Labels that change in the middle of sentences move to the nearest start of a sentence.
 * Two anonymous labels become host and guest where one of them has most of the words.
 * Marks of captions for a new speaker become paragraphs.
 */
export const speakersStep: CleaningStep = {
  name: "speakers",
  run(tokens, { hosts = [], guests = [], language }) {
    const unmarked = removeSpeakerMarks(tokens);
    const speakers = new Set(unmarked.map(({ speaker }) => speaker));
    if ([...speakers].some((speaker) => !isAnonymousSpeaker(speaker ?? ""))) return unmarked;
    const repaired = repairTurnStarts(unmarked, getLanguage(language));
    if (speakers.size !== 2 || hosts.length !== 1 || guests.length !== 1) return repaired;
    const [a, b] = [...speakers] as [string, string];
    const share = repaired.filter(({ speaker }) => speaker === a).length / repaired.length;
    if (Math.max(share, 1 - share) < MIN_GUEST_SHARE) return repaired;
    const guest = share > 0.5 ? a : b;
    return repaired.map((token) => ({
      ...token,
      speaker: token.speaker === guest ? guests[0]! : hosts[0]!,
    }));
  },
};

/** Removes marks of a new speaker; the word after one begins a paragraph. */
function removeSpeakerMarks(tokens: Token[]): Token[] {
  const isMark = (i: number) => tokens[i]!.boundary !== "word" && SPEAKER_MARK.test(tokens[i]!.text);
  if (!tokens.some((_, i) => isMark(i))) return tokens;
  return tokens.flatMap((token, i): Token[] => {
    if (isMark(i)) return [];
    if (i === 0 || !isMark(i - 1)) return [token];
    return [{ ...token, boundary: "paragraph", start: token.start ?? tokens[i - 1]!.start }];
  });
}

/** Moves the starts of turns to the starts of sentences, unless most of them are there already. */
function repairTurnStarts(tokens: Token[], language: Language): Token[] {
  const visible = getVisibleTokens(tokens);
  const starts = visible.flatMap(({ token }, k) =>
    k && token.speaker !== visible[k - 1]!.token.speaker ? [k] : [],
  );
  const ended = starts.filter((k) => visible[k - 1]!.isSentenceEnd).length;
  if (starts.length < MIN_TURNS || ended > starts.length * MIN_ENDED_SHARE) return tokens;
  const words = visible.map(({ key }) => key);
  const moved: number[] = [];
  for (const [n, start] of starts.entries()) {
    const [min, max] = [(moved.at(-1) ?? 0) + 1, (starts[n + 1] ?? visible.length) - 1];
    moved.push(findTurnStart(visible, words, start, { min, max }, language));
  }
  const speakers = starts.map((k) => visible[k]!.token.speaker);
  const speakerByIndex = new Map<number, string | null>();
  let turn = -1;
  visible.forEach(({ index }, k) => {
    while (turn + 1 < moved.length && moved[turn + 1]! <= k) turn++;
    speakerByIndex.set(index, turn < 0 ? visible[0]!.token.speaker : speakers[turn]!);
  });
  return tokens.map((token, i) =>
    speakerByIndex.has(i) ? { ...token, speaker: speakerByIndex.get(i)! } : token,
  );
}

/** The index near a label at which a sentence most likely begins. */
function findTurnStart(
  visible: readonly VisibleToken[],
  words: readonly string[],
  label: number,
  { min, max }: { min: number; max: number },
  { sentences, turnOpeners }: Language,
): number {
  let best = label;
  let bestScore = -Infinity;
  const last = Math.min(max, label + MAX_LABEL_SHIFT_WORDS);
  for (let k = Math.max(min, label - MAX_LABEL_SHIFT_WORDS); k <= last; k++) {
    const stop = sentences ? computeStopChances(sentences.odds, words, k - 1).stop : 0;
    const chance = visible[k - 1]!.isSentenceEnd ? 1 : stop + (turnOpeners.has(words[k]!) ? OPENER_BONUS : 0);
    const score = chance - SHIFT_COST_PER_WORD * Math.abs(k - label);
    if (score > bestScore) [best, bestScore] = [k, score];
  }
  return best;
}
