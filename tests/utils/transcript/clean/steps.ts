import type { CleaningContext } from "../../../../utils/transcript/clean/context/cleaning-step.ts";
import type { KnownName } from "../../../../utils/transcript/clean/context/curated-facts.ts";
import { loadWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import { makeTranscript } from "../../../../utils/transcript/make-transcript.ts";
import type { Change, Paragraph } from "../../../../utils/transcript/model/transcript.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";

const list = loadWordList();

/** A name as a glossary gives it. */
export const named = (name: string, more: Partial<KnownName> = {}): KnownName => ({
  name,
  source: "glossary",
  ...more,
});

/** Cleans a text with all steps. */
export function cleaned(
  text: string,
  context: Partial<CleaningContext> = {},
  skip: string[] = [],
): Paragraph[] {
  const known = { episode: "x", language: "en", durationSeconds: null, ...list, names: [], ...context };
  return makeTranscript(parseTranscript(text), known, skip).paragraphs;
}

/** The shown text of all paragraphs. */
export const shown = (paragraphs: Paragraph[]): string => paragraphs.map(({ text }) => text).join(" ");

/** The Changes of one step, as what was heard and what is shown. */
export const changesOf = (paragraphs: Paragraph[], step: string): [heard: string, shown: string][] =>
  paragraphs.flatMap(({ text, changes }) =>
    changes
      .filter((change: Change) => change.step === step)
      .map(({ heard, at, length }): [string, string] => [heard.trim(), text.slice(at, at + length)]),
  );
