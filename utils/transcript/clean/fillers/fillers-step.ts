import { getLanguage } from "../../languages/get-language.ts";
import type { CleaningStep } from "../context/cleaning-step.ts";
import { applyRewrites } from "../tokens/apply-rewrites.ts";
import { getVisibleTokens, type VisibleToken } from "../tokens/visible-tokens.ts";
import { createFillerRewrites } from "./create-filler-rewrites.ts";
import type { FillerMarks } from "./filler-marks.ts";
import { markFillerPhrases } from "./mark-filler-phrases.ts";
import { markRepeats } from "./mark-repeats.ts";

/**
 * Removes words that carry no meaning: sounds of hesitation, words repeated by accident, "you know" and "like"
 * between commas. Words that may mean something remain: "very very", "the word um".
 */
export const fillersStep: CleaningStep = {
  name: "fillers",
  run(tokens, context) {
    const { hesitations, hasOptionalCommas, fillers: rules } = getLanguage(context.language);
    const visible = getVisibleTokens(tokens);
    const marks: FillerMarks = visible.map((token, k) => {
      const isMentioned = isQuoted(token) || rules?.mentioning.has(visible[k - 1]?.key ?? "");
      return hesitations.has(token.key) && !isMentioned ? { rule: "hesitation" } : null;
    });
    if (rules) {
      markFillerPhrases(visible, marks, rules);
      markRepeats(visible, marks, rules);
    }
    const rewrites = createFillerRewrites(visible, marks, { hasOptionalCommas, rules });
    return applyRewrites(
      tokens,
      rewrites.toSorted((a, b) => a.from - b.from),
      fillersStep.name,
    );
  },
};

const isQuoted = ({ text }: VisibleToken): boolean => /^["“‘']|["”’']$/.test(text);
