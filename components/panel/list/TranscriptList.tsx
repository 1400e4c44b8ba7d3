import type { RefObject } from "preact";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { ParagraphItem } from "./ParagraphItem.tsx";
import { useChunks } from "./use-chunks.ts";
import type { TranscriptFinder } from "../find/use-find.ts";
import { canHighlight, type OffsetsByParagraph } from "../highlight/use-highlights.ts";
import type { SpokenLine } from "../playback/use-playback.ts";
import { useRowHeight } from "./use-row-height.ts";
import { t } from "../../ui/i18n.ts";

interface Props {
  list: RefObject<HTMLDivElement | null>;
  transcript: Transcript;
  /** Titles of chapters, by the paragraph they stand above. */
  chapterTitles: ReadonlyMap<number, string>;
  spoken: SpokenLine;
  /** Index of the paragraph that was asked for. */
  targetIndex: number | undefined;
  /** Index of the one paragraph whose buttons are reached by Tab. */
  tabStopIndex: number;
  canJump: boolean;
  find: Pick<TranscriptFinder, "hitOffsets" | "currentHit" | "query">;
  /** Words that were asked for, and those of saved quotes, by paragraph. */
  targetOffsets: OffsetsByParagraph;
  savedOffsets: OffsetsByParagraph;
  onClick: (event: MouseEvent) => void;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  /** The pointer or the focus rests on something in the list; null when it has left. */
  onHover: (event: Event | null) => void;
  onScroll: (event: Event) => void;
}

const NO_MATCHES: readonly Offsets[] = [];

/** The paragraphs. A list that scrolls can be reached by keyboard, or its end could not be read without a mouse. */
export function TranscriptList(props: Props) {
  const {
    list,
    transcript,
    chapterTitles: titles,
    spoken,
    targetIndex: target,
    tabStopIndex: reached,
    canJump,
    find,
  } = props;
  const { paragraphs, timing, language } = transcript;
  const { hitOffsets: spans, currentHit: hit, query: typed } = find;
  const { targetOffsets: asked, savedOffsets: saved } = props;
  const chunks = useChunks(paragraphs.length, [hit?.textIndex, target, spoken.paragraph, reached], typed);
  useRowHeight(list);
  const marksHits = !canHighlight();
  const rowAt = (paragraph: Paragraph, i: number) => (
    <ParagraphItem
      key={i}
      paragraph={paragraph}
      index={i}
      chapter={titles.get(i)}
      hasSpeakerLabel={paragraph.speaker !== paragraphs[i - 1]?.speaker || titles.has(i)}
      isApproximate={timing !== "exact"}
      spokenOffsets={i === spoken.paragraph ? spoken.offsets : null}
      isTarget={i === target && !asked.size}
      isSaved={saved.has(i)}
      isTabStop={i === reached}
      canJump={canJump}
      hasMatch={paragraph.kind !== undefined && (spans.has(i) || asked.has(i))}
      matches={(marksHits && spans.get(i)) || NO_MATCHES}
      currentMatchStart={marksHits && hit?.textIndex === i ? hit.start : undefined}
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
      dir={getTextDirection(language)}
      onClick={props.onClick}
      onPointerDown={props.onPointerDown}
      onPointerMove={props.onPointerMove}
      onPointerOver={props.onHover}
      onPointerLeave={() => props.onHover(null)}
      onFocusIn={props.onHover}
      onFocusOut={() => props.onHover(null)}
      onScroll={props.onScroll}
    >
      {chunks.map(({ start: from, end: to, isRendered: isBuilt }) => (
        <div
          key={`${isBuilt} ${from}`}
          class={isBuilt ? "chunk" : "chunk unbuilt"}
          style={{ "--rows": to - from, "--characters": countCharacters(paragraphs, from, to) }}
        >
          {isBuilt && paragraphs.slice(from, to).map((paragraph, k) => rowAt(paragraph, from + k))}
        </div>
      ))}
    </div>
  );
}

/** Languages that are written from right to left, by the first part of their tag. */
const RTL_LANGUAGES = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

const getTextDirection = (language: string) =>
  RTL_LANGUAGES.has(language.split("-")[0]!.toLowerCase()) ? "rtl" : "ltr";

function countCharacters(paragraphs: readonly Paragraph[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += paragraphs[i]!.text.length;
  return sum;
}
