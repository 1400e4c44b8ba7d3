import type { RefObject } from "preact";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { READER_CHANGE, getContextWords, type Correction } from "../../utils/transcript/corrections.ts";
import { selectTokens, tokenizeParagraph } from "../../utils/transcript/units.ts";
import { selectedExtent, selectedRange } from "./selection.ts";
import type { WordFacts } from "./WordCard.tsx";
import { t } from "../ui/words.ts";

/** What the card says of some words of a paragraph, and the correction that a reader would make of them. */
export interface Picked extends WordFacts {
  correction: Pick<Correction, "heard" | "was" | "before" | "after">;
}

/** The words of a paragraph from one character offset to another, whole words and whole corrections. */
export function pick(paragraph: Paragraph, start: number, end: number): Picked | null {
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
    why: [...new Set(changes.map(({ why }) => (why === "edited" ? t("word.edited") : why)))].join(" "),
    mine: changes.some(({ step }) => step === READER_CHANGE.step),
    correction,
  };
}

/** The stretch of one paragraph's text that is selected; null for none, or one over several paragraphs. */
export function selectedWords(
  list: RefObject<HTMLElement | null>,
): { element: Element; start: number; end: number; box: DOMRect } | null {
  const extent = selectedExtent(list.current);
  const selected = selectedRange(list.current);
  if (!extent || !selected || extent.from.paragraph !== extent.to.paragraph) return null;
  const element = list.current?.querySelector(`[data-index="${extent.from.paragraph}"] .text`);
  if (!element) return null;
  const words = document.createRange();
  words.setStart(selected.startContainer, selected.startOffset);
  words.setEnd(selected.endContainer, selected.endOffset);
  const box = words.getClientRects()[0] ?? element.getBoundingClientRect();
  return { element, start: extent.from.offset, end: extent.to.offset, box };
}
