import { getLanguage } from "../../languages/get-language.ts";
import type { SentenceRules } from "../../languages/language.ts";
import { isSentenceEnd } from "../../model/sentence-end.ts";
import { memoize } from "../../../shared/memoize.ts";
import type { CleaningStep } from "../context/cleaning-step.ts";
import { getVisibleTokens, type VisibleToken } from "../tokens/visible-tokens.ts";
import type { Token } from "../tokens/token.ts";
import { computeMarks } from "./compute-marks.ts";

/**
 * Capitalizes sentences, and punctuates text that has no punctuation.
 * Capitals and punctuation are no Changes, so nothing is recorded. Punctuated text stays as it is.
 */
export const sentencesStep: CleaningStep = {
  name: "sentences",
  run(tokens, { language, names }) {
    const visible = getVisibleTokens(tokens);
    const { sentences: rules } = getLanguage(language);
    const marks = rules ? computeMarks(visible, rules) : visible.map(() => "");
    const texts = visible.map(({ text }, k) => appendMark(text, marks[k]!));
    if (rules) capitalizeNouns(visible, texts, rules);
    const lowerCaseNames = new Set(names.flatMap(({ name }) => (/^\p{Ll}\S*$/u.test(name) ? [name] : [])));
    const changed = new Map<number, string>();
    visible.forEach(({ text, index, token }, k) => {
      const before = texts[k - 1];
      const isReply = k > 0 && visible[k - 1]!.token.speaker !== token.speaker && isSentenceEnd(before!);
      const isFirst = k === 0 || endsSentence(before!) || isReply;
      const shown = isFirst && !hasOwnCase(texts[k]!, lowerCaseNames) ? capitalize(texts[k]!) : texts[k]!;
      if (shown !== text) changed.set(index, shown);
    });
    if (!changed.size) return tokens;
    return tokens.map((token, i): Token => {
      const text = changed.get(i);
      return text === undefined ? token : { ...token, text };
    });
  },
};

const appendMark = (text: string, mark: string): string =>
  mark && mark !== "," ? text.replace(/[,;]$/, "") + mark : text + mark;

/** Whether a word ends a sentence, so that the next one is capitalized. An ellipsis does not. */
const endsSentence = memoize(
  (text) => /[.?!]["”’)\]]*$/.test(text) && !text.endsWith("..") && isSentenceEnd(text),
);

/** Whether a word keeps its case at the start of a sentence: a lower-case name, or a word with capitals inside. */
function hasOwnCase(text: string, lowerCaseNames: ReadonlySet<string>): boolean {
  const word = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return lowerCaseNames.has(word) || /\p{Ll}.*\p{Lu}|\.\p{L}/u.test(word);
}

/** Capitalizes the pronoun "I" and names of days, months, countries and languages. */
function capitalizeNouns(
  visible: readonly VisibleToken[],
  texts: string[],
  { capitalPronoun, getProperNouns }: SentenceRules,
): void {
  const nouns = getProperNouns();
  for (const [k, { key, text }] of visible.entries()) {
    texts[k] = texts[k]!.replace(capitalPronoun.pattern, capitalPronoun.replacement);
    const noun = nouns.get(key.endsWith("'s") ? key.slice(0, -2) : key);
    if (noun === undefined || !/^\P{L}*\p{Ll}/u.test(text)) continue;
    if (noun) texts[k] = capitalize(texts[k]!);
    else if (nouns.has(`${key} ${visible[k + 1]?.key ?? ""}`))
      [texts[k], texts[k + 1]] = [capitalize(texts[k]!), capitalize(texts[k + 1]!)];
  }
}

const capitalize = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
