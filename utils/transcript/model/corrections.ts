import type { UnplacedChange } from "./add-change.ts";
import type { Paragraph, Transcript } from "./transcript.ts";
import { normalizeWords, stripEndPunctuation } from "./normalize-words.ts";
import { tokenizeParagraph, joinTokens, type ParagraphToken } from "./paragraph-tokens.ts";

/**
 * What a reader made of some words. It is bound to what was heard, not to a place, so that it holds when the
 * transcript is cleaned anew.
 */
export interface Correction {
  /** Name of the show. */
  show: string;
  /** Id of the episode for "here"; null for everywhere in the show. */
  episode: string | null;
  /** The words as heard. */
  heard: string;
  /** What was shown in their place when the reader corrected them. */
  was: string;
  /** What the reader wants to see; the same as heard, to undo a correction. */
  shown: string;
  /** A few heard words before and behind; they tell the place for "here". */
  before: string;
  after: string;
}

/** Shown to readers where a word is theirs. */
export const READER_CHANGE: Omit<UnplacedChange, "heard"> = { step: "reader", why: { rule: "reader" } };

/** Heard words that tell a place, on each side. */
export const MAX_CONTEXT_WORDS = 3;

/** Whether a correction is for an episode: for it alone, or for all of its show. */
export const matchesEpisode = (one: Correction, { id, show }: { id: string; show: string }): boolean =>
  one.episode === null ? one.show === show : one.episode === id;

/** The transcript of an episode of a show with a reader's corrections for it; the same object where none of them has a place in it. */
export function applyCorrections(
  transcript: Transcript,
  show: string,
  corrections: readonly Correction[],
): Transcript {
  const mine = corrections.filter((one) => matchesEpisode(one, { id: transcript.episode, show }));
  const words = new Set(mine.map(({ heard }) => getFirstWord(heard)));
  if (!mine.length) return transcript;
  let changed = false;
  const paragraphs = transcript.paragraphs.map((paragraph) => {
    const units = tokenizeParagraph(paragraph);
    if (!units.some(({ heard }) => words.has(getFirstWord(heard)))) return paragraph;
    const row = mine.reduce((all, correction) => applyCorrection(all, correction), units);
    if (row === units) return paragraph;
    changed = true;
    return joinTokens(paragraph, row);
  });
  return changed ? { ...transcript, paragraphs } : transcript;
}

const getFirstWord = (text: string) => normalizeWords(text).split(" ")[0] ?? "";

/** One correction on the words of one paragraph; the same array where it has no place there. */
function applyCorrection(units: ParagraphToken[], correction: Correction): ParagraphToken[] {
  const out: ParagraphToken[] = [];
  let isChanged = false;
  for (let i = 0; i < units.length;) {
    const length = countMatchingTokens(units, i, correction);
    if (!length) {
      out.push(units[i++]!);
      continue;
    }
    out.push(...replaceTokens(units.slice(i, i + length), correction.shown));
    i += length;
    isChanged = true;
  }
  return isChanged ? out : units;
}

/** How many units from `i` on a correction is about; 0 for none. */
function countMatchingTokens(
  units: ParagraphToken[],
  i: number,
  { episode, heard, was, before, after }: Correction,
): number {
  const wanted = normalizeWords(heard);
  for (let n = 1; i + n <= units.length && n <= 12; n++) {
    const row = units.slice(i, i + n);
    const said = normalizeWords(row.map((unit) => unit.heard).join(" "));
    if (said.length > wanted.length) return 0;
    if (said !== wanted || normalizeWords(row.map((unit) => unit.text).join(" ")) !== normalizeWords(was))
      continue;
    if (episode === null) return n;
    const place = getContextWords(units, i, i + n);
    return place.before === before && place.after === after ? n : 0;
  }
  return 0;
}

/** The heard words around some units, within their paragraph. */
export function getContextWords(
  units: readonly ParagraphToken[],
  from: number,
  to: number,
): { before: string; after: string } {
  const heard = (row: readonly ParagraphToken[]) =>
    normalizeWords(row.map((unit) => unit.heard).join(" ")).split(" ");
  return {
    before: heard(units.slice(0, from)).slice(-MAX_CONTEXT_WORDS).join(" "),
    after: heard(units.slice(to)).slice(0, MAX_CONTEXT_WORDS).join(" "),
  };
}

/** Some units shown as the reader wants, with the punctuation around them. */
function replaceTokens(row: ParagraphToken[], shown: string): ParagraphToken[] {
  const heard = row
    .map((unit) => unit.heard)
    .filter(Boolean)
    .join(" ");
  const last = row.findLast((unit) => unit.text)?.text ?? "";
  const closing = /[.,?!;:…"”’)\]]*$/.exec(last)![0];
  const text = /[.,?!;:…]$/.test(shown) || !shown ? shown : shown + closing;
  const same = normalizeWords(shown) === normalizeWords(heard);
  return [{ text, heard, change: same ? null : { ...READER_CHANGE, heard }, at: row[0]!.at }];
}

/** The whole transcript as it was heard: every Change undone, nothing left to undo. */
export function revertChanges(transcript: Transcript): Transcript {
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => {
    if (!paragraph.changes.length) return paragraph;
    const units = tokenizeParagraph(paragraph).map((unit): ParagraphToken => ({
      ...unit,
      text: unit.heard,
      change: null,
    }));
    return joinTokens(paragraph, units);
  });
  return { ...transcript, paragraphs };
}

/**
 * The corrections with one more, which takes the place of those about the same words. `shown` null means: as heard;
 * where the reader's own correction made the words, it is given up, else theirs is undone.
 */
export function updateCorrections(
  old: readonly Correction[],
  words: Omit<Correction, "shown">,
  shown: string | null,
): Correction[] {
  const same = (a: string, b: string) => normalizeWords(a) === normalizeWords(b);
  const isHere = ({ episode, before, after }: Correction) =>
    before === words.before && after === words.after && (words.episode ?? episode) === episode;
  const isMine = (one: Correction) =>
    one.show === words.show &&
    same(one.heard, words.heard) &&
    same(one.shown, words.was) &&
    !same(one.shown, one.heard) &&
    (one.episode === null || isHere(one));
  const mine = old.find(isMine);
  const others = old.filter((one) => one !== mine);
  if (shown === null && mine) return others;
  // What was shown before the reader's first correction is what the rule has to look for.
  return [...others, { ...words, was: mine?.was ?? words.was, shown: shown ?? words.heard }];
}

/** What a reader taught, in the form of the glossary that ships. */
export interface TaughtGlossary {
  topics: { [topic: string]: never };
  shows: {
    [show: string]: { topics: string[]; people: string[]; terms: { name: string; heard: string[] }[] };
  };
}

/** What a reader's corrections for everywhere in a show teach. */
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

/** Whether a Change is a correction that readers want to see: other letters, not spaces, commas or dropped fillers. */
export function isVisibleCorrection({ heard, step }: UnplacedChange, shown: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(NON_LETTERS, "");
  return step !== "lost" && shown !== "" && heard !== "" && letters(heard) !== letters(shown);
}

/** Words that readers see corrected: where they are shown, without the stop behind them, and what was heard. */
export interface VisibleCorrection {
  at: number;
  length: number;
  heard: string;
  /** Index of the Change. */
  change: number;
}

/** The corrections of a paragraph that readers want to see. */
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
