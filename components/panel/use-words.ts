import type { RefObject } from "preact";
import type { Paragraph } from "../../utils/transcript/model.ts";
import { BY_READER, placeOf, type Correction } from "../../utils/transcript/corrections.ts";
import { unitsOf } from "../../utils/transcript/units.ts";
import { charactersBefore } from "./pointing.ts";
import type { WordFacts } from "./WordCard.tsx";
import { t } from "../ui/words.ts";

/** What the card says of some words of a paragraph, and the correction that a reader would make of them. */
export interface Picked extends WordFacts {
  correction: Pick<Correction, "heard" | "was" | "before" | "after">;
}

/** The words of a paragraph from one character offset to another, whole words and whole corrections. */
export function pick(paragraph: Paragraph, start: number, end: number): Picked | null {
  const units = unitsOf(paragraph);
  const isIn = (k: number) => units[k]!.at < end && units[k]!.at + units[k]!.text.length > start;
  const from = units.findIndex((_, k) => isIn(k));
  const to = units.findLastIndex((_, k) => isIn(k)) + 1;
  if (from < 0) return null;
  const row = units.slice(from, to);
  const join = (key: "heard" | "text") =>
    row
      .map((unit) => unit[key])
      .filter(Boolean)
      .join(" ");
  const bare = (text: string) => text.replace(/^[^\p{L}\p{N}.#@]+|[^\p{L}\p{N}#+]+$/gu, "");
  const changes = row.flatMap(({ change }) => change ?? []);
  const correction = { heard: join("heard"), was: join("text"), ...placeOf(units, from, to) };
  return {
    shown: bare(join("text")),
    heard: bare(join("heard")),
    why: [...new Set(changes.map(({ why }) => (why === "edited" ? t("word.edited") : why)))].join(" "),
    mine: changes.some(({ step }) => step === BY_READER.step),
    correction,
  };
}

/** The stretch of one paragraph's text that is selected; null for none, or one over several paragraphs. */
export function selectedWords(
  list: RefObject<HTMLElement | null>,
): { element: Element; start: number; end: number; box: DOMRect } | null {
  const root = list.current?.getRootNode();
  const selection = document.getSelection() as (Selection & Composed) | null;
  if (!(root instanceof ShadowRoot) || !selection) return null;
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset))
    return null;
  const text = parentOf(range.startContainer)?.closest(".text");
  if (!text || parentOf(range.endContainer)?.closest(".text") !== text) return null;
  const start = charactersBefore(text, range.startContainer, range.startOffset);
  const end = charactersBefore(text, range.endContainer, range.endOffset);
  if (start >= end) return null;
  const words = document.createRange();
  words.setStart(range.startContainer, range.startOffset);
  words.setEnd(range.endContainer, range.endOffset);
  return { element: text, start, end, box: words.getClientRects()[0] ?? text.getBoundingClientRect() };
}

/** Not in TypeScript's own types yet. */
interface Composed {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

const parentOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
