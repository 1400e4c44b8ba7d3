import type { RefObject } from "preact";
import type { Offsets } from "../../utils/search/matches.ts";
import type { Paragraph, Transcript } from "../../utils/transcript/model.ts";
import { ParagraphItem } from "./ParagraphItem.tsx";
import { useBuilt } from "./use-built.ts";
import type { Find } from "./use-find.ts";
import { canHighlight, type Spans } from "./use-highlights.ts";
import type { Spoken } from "./use-playback.ts";
import { useRowHeight } from "./use-row-height.ts";
import { t } from "../ui/words.ts";

interface Props {
  list: RefObject<HTMLDivElement | null>;
  transcript: Transcript;
  /** Titles of chapters, by the paragraph they stand above. */
  titles: ReadonlyMap<number, string>;
  spoken: Spoken;
  /** Index of the paragraph that was asked for. */
  target: number | undefined;
  /** Index of the one paragraph whose buttons are reached by Tab. */
  reached: number;
  canJump: boolean;
  find: Pick<Find, "spans" | "hit" | "typed">;
  /** Words that were asked for, and those of saved quotes, by paragraph. */
  asked: Spans;
  saved: Spans;
  onClick: (event: MouseEvent) => void;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  /** The pointer or the focus rests on something in the list; null when it has left. */
  onRest: (event: Event | null) => void;
  onScroll: (event: Event) => void;
}

const NO_MATCHES: readonly Offsets[] = [];

/** The paragraphs. A list that scrolls can be reached by keyboard, or its end could not be read without a mouse. */
export function TranscriptList(props: Props) {
  const { list, transcript, titles, spoken, target, reached, canJump, find } = props;
  const { paragraphs, timing, language } = transcript;
  const { spans, hit, typed } = find;
  const { asked, saved } = props;
  const chunks = useBuilt(paragraphs.length, [hit?.textIndex, target, spoken.paragraph, reached], typed);
  useRowHeight(list);
  const marksHits = !canHighlight();
  const rowAt = (paragraph: Paragraph, i: number) => (
    <ParagraphItem
      key={i}
      paragraph={paragraph}
      index={i}
      chapter={titles.get(i)}
      named={paragraph.speaker !== paragraphs[i - 1]?.speaker || titles.has(i)}
      about={timing !== "exact"}
      spoken={i === spoken.paragraph ? spoken.line : null}
      target={i === target && !asked.size}
      saved={saved.has(i)}
      reached={i === reached}
      canJump={canJump}
      found={paragraph.kind !== undefined && (spans.has(i) || asked.has(i))}
      matches={(marksHits && spans.get(i)) || NO_MATCHES}
      currentMatch={marksHits && hit?.textIndex === i ? hit.start : undefined}
    />
  );
  return (
    <div
      ref={list}
      class="paragraphs"
      role="list"
      tabIndex={0}
      aria-label={t("panel.transcript")}
      lang={language}
      dir={directionOf(language)}
      onClick={props.onClick}
      onPointerDown={props.onPointerDown}
      onPointerMove={props.onPointerMove}
      onPointerOver={props.onRest}
      onPointerLeave={() => props.onRest(null)}
      onFocusIn={props.onRest}
      onFocusOut={() => props.onRest(null)}
      onScroll={props.onScroll}
    >
      {chunks.map(({ from, to, isBuilt }) => (
        <div
          key={`${isBuilt} ${from}`}
          class={isBuilt ? "chunk" : "chunk unbuilt"}
          style={{ "--rows": to - from, "--characters": charactersIn(paragraphs, from, to) }}
        >
          {isBuilt && paragraphs.slice(from, to).map((paragraph, k) => rowAt(paragraph, from + k))}
        </div>
      ))}
    </div>
  );
}

/** Languages that are written from right to left, by the first part of their tag. */
const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

const directionOf = (language: string) =>
  RIGHT_TO_LEFT.has(language.split("-")[0]!.toLowerCase()) ? "rtl" : "ltr";

function charactersIn(paragraphs: readonly Paragraph[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += paragraphs[i]!.text.length;
  return sum;
}
