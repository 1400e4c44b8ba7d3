import type { UnplacedChange } from "./add-change.ts";
import { normalizeWords, stripEndPunctuation } from "./normalize-words.ts";
import { joinTokens, tokenizeParagraph, type ParagraphToken } from "./paragraph-tokens.ts";
import type { Paragraph, Transcript } from "./transcript.ts";

/**
 * A reader's correction of some words. It refers to the heard words rather than to an offset, so that it still applies
 * when the transcript is cleaned again.
 */
export interface Correction {
  /** Name of the show. */
  show: string;
  /** Id of the episode for one place in it; null for everywhere in the show. */
  episode: string | null;
  /** The words as heard. */
  heard: string;
  /** What was shown in their place when the reader corrected them. */
  was: string;
  /** What the reader wants to see; the same as `heard` to undo a correction. */
  shown: string;
  /** A few heard words before and after, which identify the place. */
  before: string;
  after: string;
}

/** The step and evidence of words that the reader corrected. */
export const READER_CHANGE: Omit<UnplacedChange, "heard"> = { step: "reader", why: { rule: "reader" } };

/** Heard words on each side that identify a place. */
const MAX_CONTEXT_WORDS = 3;

/** Longer corrections are not looked for, in tokens. */
const MAX_CORRECTION_TOKENS = 12;

/** Whether a correction is for an episode, or for all episodes of its show. */
export const matchesEpisode = (correction: Correction, { id, show }: { id: string; show: string }): boolean =>
  correction.episode === null ? correction.show === show : correction.episode === id;

/**
 * Applies a reader's corrections to the transcript of an episode.
 *
 * @returns The same object where none of them applies.
 */
export function applyCorrections(
  transcript: Transcript,
  show: string,
  corrections: readonly Correction[],
): Transcript {
  const matching = corrections.filter((one) => matchesEpisode(one, { id: transcript.episode, show }));
  if (!matching.length) return transcript;
  const firstWords = new Set(matching.map(({ heard }) => getFirstWord(heard)));
  let isChanged = false;
  const paragraphs = transcript.paragraphs.map((paragraph) => {
    const tokens = tokenizeParagraph(paragraph);
    if (!tokens.some(({ heard }) => firstWords.has(getFirstWord(heard)))) return paragraph;
    const corrected = matching.reduce(applyCorrection, tokens);
    if (corrected === tokens) return paragraph;
    isChanged = true;
    return joinTokens(paragraph, corrected);
  });
  return isChanged ? { ...transcript, paragraphs } : transcript;
}

const getFirstWord = (text: string) => normalizeWords(text).split(" ")[0] ?? "";

/** Applies one correction to the tokens of a paragraph; returns the same array where it does not apply. */
function applyCorrection(tokens: ParagraphToken[], correction: Correction): ParagraphToken[] {
  const result: ParagraphToken[] = [];
  let isChanged = false;
  for (let i = 0; i < tokens.length;) {
    const length = countMatchingTokens(tokens, i, correction);
    if (length) {
      result.push(createCorrectedToken(tokens.slice(i, i + length), correction.shown));
      isChanged = true;
    } else result.push(tokens[i]!);
    i += Math.max(1, length);
  }
  return isChanged ? result : tokens;
}

/** The number of tokens from index `i` on that a correction is about; 0 for none. */
function countMatchingTokens(
  tokens: ParagraphToken[],
  i: number,
  { episode, heard, was, before, after }: Correction,
): number {
  const [wantedHeard, wantedShown] = [normalizeWords(heard), normalizeWords(was)];
  for (let n = 1; i + n <= tokens.length && n <= MAX_CORRECTION_TOKENS; n++) {
    const range = tokens.slice(i, i + n);
    const rangeHeard = normalizeWords(range.map((token) => token.heard).join(" "));
    if (rangeHeard.length > wantedHeard.length) return 0;
    if (rangeHeard !== wantedHeard) continue;
    if (normalizeWords(range.map((token) => token.text).join(" ")) !== wantedShown) continue;
    if (episode === null) return n;
    const context = getContextWords(tokens, i, i + n);
    return context.before === before && context.after === after ? n : 0;
  }
  return 0;
}

/** The heard words before and after the tokens from index `from` up to `to`, within their paragraph. */
export function getContextWords(
  tokens: readonly ParagraphToken[],
  from: number,
  to: number,
): { before: string; after: string } {
  const listWords = (range: readonly ParagraphToken[]) =>
    normalizeWords(range.map(({ heard }) => heard).join(" ")).split(" ");
  return {
    before: listWords(tokens.slice(0, from)).slice(-MAX_CONTEXT_WORDS).join(" "),
    after: listWords(tokens.slice(to)).slice(0, MAX_CONTEXT_WORDS).join(" "),
  };
}

/** One token that shows what the reader wants, with the punctuation of the old ones. */
function createCorrectedToken(tokens: readonly ParagraphToken[], shown: string): ParagraphToken {
  const heard = tokens
    .map((token) => token.heard)
    .filter(Boolean)
    .join(" ");
  const last = tokens.findLast(({ text }) => text)?.text ?? "";
  const closing = /[.,?!;:…"”’)\]]*$/.exec(last)![0];
  const text = /[.,?!;:…]$/.test(shown) || !shown ? shown : shown + closing;
  const isAsHeard = normalizeWords(shown) === normalizeWords(heard);
  return { text, heard, change: isAsHeard ? null : { ...READER_CHANGE, heard }, at: tokens[0]!.at };
}

/** The transcript as it was heard: every Change undone. */
export function revertChanges(transcript: Transcript): Transcript {
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => {
    if (!paragraph.changes.length) return paragraph;
    const tokens = tokenizeParagraph(paragraph).map((token): ParagraphToken => ({
      ...token,
      text: token.heard,
      change: null,
    }));
    return joinTokens(paragraph, tokens);
  });
  return { ...transcript, paragraphs };
}

/**
 * Adds a correction in place of those about the same words.
 *
 * @param shown What the reader wants to see. Null for the heard words: the reader's own correction of the words is
 * dropped, or else a correction that undoes ours is added.
 */
export function updateCorrections(
  old: readonly Correction[],
  words: Omit<Correction, "shown">,
  shown: string | null,
): Correction[] {
  const areSame = (a: string, b: string) => normalizeWords(a) === normalizeWords(b);
  const isSamePlace = ({ episode, before, after }: Correction) =>
    before === words.before && after === words.after && (words.episode ?? episode) === episode;
  const own = old.find(
    (one) =>
      one.show === words.show &&
      areSame(one.heard, words.heard) &&
      areSame(one.shown, words.was) &&
      !areSame(one.shown, one.heard) &&
      (one.episode === null || isSamePlace(one)),
  );
  const others = old.filter((one) => one !== own);
  if (shown === null && own) return others;
  // A correction has to match the text shown before the reader's first one.
  return [...others, { ...words, was: own?.was ?? words.was, shown: shown ?? words.heard }];
}

/** A reader's corrections in the form of the glossary that ships. */
export interface TaughtGlossary {
  topics: { [topic: string]: never };
  shows: {
    [show: string]: { topics: string[]; people: string[]; terms: { name: string; heard: string[] }[] };
  };
}

/** Builds a glossary from a reader's corrections for everywhere in a show. */
export function buildTaughtGlossary(corrections: readonly Correction[]): TaughtGlossary {
  const shows: TaughtGlossary["shows"] = {};
  for (const { show, episode, heard, shown } of corrections) {
    if (episode !== null || normalizeWords(heard) === normalizeWords(shown) || !shown) continue;
    const { terms } = (shows[show] ??= { topics: [], people: [], terms: [] });
    const term = terms.find(({ name }) => name === shown);
    if (!term) terms.push({ name: shown, heard: [heard] });
    else if (!term.heard.includes(heard)) term.heard.push(heard);
  }
  return { topics: {}, shows };
}

const NON_LETTERS = /[^\p{L}\p{N}]/gu;

/** Whether a Change is a correction worth showing: it changes letters, rather than spaces, commas or fillers. */
export function isVisibleCorrection({ heard, step }: UnplacedChange, shown: string): boolean {
  const getLetters = (text: string) => text.toLowerCase().replace(NON_LETTERS, "");
  return step !== "lost" && shown !== "" && heard !== "" && getLetters(heard) !== getLetters(shown);
}

/** A correction worth showing, without the punctuation at its end. */
export interface VisibleCorrection {
  /** Offset and length of the shown words in the paragraph's text. */
  at: number;
  length: number;
  heard: string;
  /** Index of the Change. */
  change: number;
}

/** The corrections of a paragraph that are worth showing. */
export const findVisibleCorrections = ({
  text,
  changes,
}: Pick<Paragraph, "text" | "changes">): VisibleCorrection[] =>
  changes.flatMap((change, index) => {
    const { at, length, heard } = change;
    const shown = text.slice(at, at + length);
    if (!isVisibleCorrection(change, shown)) return [];
    return [
      {
        at,
        length: stripEndPunctuation(shown).length,
        heard: stripEndPunctuation(heard.trim()),
        change: index,
      },
    ];
  });
