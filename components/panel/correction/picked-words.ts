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

/** What the card says of some words of a paragraph, and the correction that a reader would make of them. */
export interface PickedWords extends WordCardContent {
  correction: Pick<Correction, "heard" | "was" | "before" | "after">;
}

/** The words of a paragraph from one character offset to another, whole words and whole corrections. */
export function pickWords(paragraph: Paragraph, start: number, end: number): PickedWords | null {
  const units = tokenizeParagraph(paragraph);
  const row = selectTokens(units, start, end);
  if (!row.length) return null;
  const from = units.indexOf(row[0]!);
  const to = units.indexOf(row.at(-1)!) + 1;
  const join = (key: "heard" | "text") =>
    row
      .map((unit) => unit[key])
      .filter(Boolean)
      .join(" ");
  const bare = (text: string) => text.replace(/^[^\p{L}\p{N}.#@]+|[^\p{L}\p{N}#+]+$/gu, "");
  const changes = row.flatMap(({ change }) => change ?? []);
  const correction = { heard: join("heard"), was: join("text"), ...getContextWords(units, from, to) };
  return {
    shown: bare(join("text")),
    heard: bare(join("heard")),
    why: [...new Set(changes.map(({ why }) => describeEvidence(why, translate)))].join(" "),
    isByReader: changes.some(({ step }) => step === READER_CHANGE.step),
    correction,
  };
}

/** The stretch of one paragraph's text that is selected; null for none, or one over several paragraphs. */
export function getSelectedWords(
  list: RefObject<HTMLElement | null>,
): { element: Element; start: number; end: number; box: DOMRect } | null {
  const extent = getSelectedTextRange(list.current);
  const selected = getSelectedRange(list.current);
  if (!extent || !selected || extent.start.paragraph !== extent.end.paragraph) return null;
  const element = list.current?.querySelector(`[data-index="${extent.start.paragraph}"] .text`);
  if (!element) return null;
  const words = document.createRange();
  words.setStart(selected.startContainer, selected.startOffset);
  words.setEnd(selected.endContainer, selected.endOffset);
  const box = words.getClientRects()[0] ?? element.getBoundingClientRect();
  return { element, start: extent.start.offset, end: extent.end.offset, box };
}
