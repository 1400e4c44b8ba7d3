import type { RefObject } from "preact";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import {
  READER_CHANGE,
  getContextWords,
  type Correction,
} from "../../../utils/transcript/model/corrections.ts";
import { describeEvidence } from "../../../utils/transcript/wording/describe-evidence.ts";
import { selectTokens, tokenizeParagraph } from "../../../utils/transcript/model/paragraph-tokens.ts";
import { getSelectedTextRange, getSelectedRange } from "../selection/dom-selection.ts";
import type { WordCardContent } from "./WordCard.tsx";
import { translate } from "../../ui/i18n.ts";

/** Words of a paragraph, with the context that a correction of them stores. */
export interface PickedWords extends WordCardContent {
  correction: Pick<Correction, "heard" | "was" | "before" | "after">;
}

/** Picks the words between two character offsets, extended to whole words and whole corrections; null for none. */
export function pickWords(paragraph: Paragraph, start: number, end: number): PickedWords | null {
  const tokens = tokenizeParagraph(paragraph);
  const picked = selectTokens(tokens, start, end);
  if (!picked.length) return null;
  const first = tokens.indexOf(picked[0]!);
  const changes = picked.flatMap(({ change }) => change ?? []);
  const join = (key: "heard" | "text") =>
    picked
      .map((token) => token[key])
      .filter(Boolean)
      .join(" ");
  return {
    shown: trimPunctuation(join("text")),
    heard: trimPunctuation(join("heard")),
    why: [...new Set(changes.map(({ why }) => describeEvidence(why, translate)))].join(" "),
    isByReader: changes.some(({ step }) => step === READER_CHANGE.step),
    correction: {
      heard: join("heard"),
      was: join("text"),
      ...getContextWords(tokens, first, first + picked.length),
    },
  };
}

/** Leaves what belongs to names such as ".NET", "#1", "@ada" and "C++". */
const trimPunctuation = (text: string): string => text.replace(/^[^\p{L}\p{N}.#@]+|[^\p{L}\p{N}#+]+$/gu, "");

/** The selected words of one paragraph in the document. */
interface SelectedWords {
  /** The paragraph's text. */
  element: Element;
  /** Character offsets in it. */
  start: number;
  end: number;
  /** The first line of the selection. */
  box: DOMRect;
}

/** Gets the selected words; null for none, and for a selection over several paragraphs. */
export function getSelectedWords(list: RefObject<HTMLElement | null>): SelectedWords | null {
  const textRange = getSelectedTextRange(list.current);
  const selected = getSelectedRange(list.current);
  if (!textRange || !selected || textRange.start.paragraph !== textRange.end.paragraph) return null;
  const element = list.current?.querySelector(`[data-index="${textRange.start.paragraph}"] .text`);
  if (!element) return null;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  const box = range.getClientRects()[0] ?? element.getBoundingClientRect();
  return { element, start: textRange.start.offset, end: textRange.end.offset, box };
}
