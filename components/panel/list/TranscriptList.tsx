import type { RefObject } from "preact";
import type { OffsetsByParagraph } from "../../../utils/quote/text-range.ts";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import type { Paragraph, Transcript } from "../../../utils/transcript/model/transcript.ts";
import { t } from "../../ui/i18n.ts";
import type { FindModel } from "../find/find-model.ts";
import type { FollowModel } from "../follow/follow-model.ts";
import { useFollow } from "../follow/use-follow.ts";
import { canHighlight, useHighlights } from "../highlight/use-highlights.ts";
import type { PlaybackModel } from "../playback/playback-model.ts";
import type { SpokenLine } from "../playback/spoken-line.ts";
import type { QuoteModel } from "../selection/quote-model.ts";
import type { TargetModel } from "../target/target-model.ts";
import { ParagraphItem } from "./ParagraphItem.tsx";
import { useChunks } from "./use-chunks.ts";
import { useRowHeight } from "./use-row-height.ts";

/** The parts of the panel's model that the list shows. */
export interface TranscriptListModel {
  find: Pick<FindModel, "hitOffsets" | "currentHit" | "query">;
  follow: FollowModel;
  playback: Pick<PlaybackModel, "canJump">;
  quotes: Pick<QuoteModel, "savedOffsets">;
  spokenLine: { value: SpokenLine };
  target: Pick<TargetModel, "target" | "offsets">;
}

/** Listeners on the list, each for all of its paragraphs. */
export interface TranscriptListHandlers {
  onClick: (event: MouseEvent) => void;
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  /** The pointer or the focus entered an element of the list; null when it left the list. */
  onHover: (event: Event | null) => void;
  onScroll: (event: Event) => void;
}

interface Props {
  list: RefObject<HTMLDivElement | null>;
  model: TranscriptListModel;
  transcript: Transcript;
  /** Titles of chapters, by index of the paragraph below. */
  chapterTitles: ReadonlyMap<number, string>;
  handlers: TranscriptListHandlers;
}

const NO_MATCHES: readonly Offsets[] = [];

/** The paragraphs. The list is in the tab order, so that it scrolls without a mouse. */
export function TranscriptList({ list, model, transcript, chapterTitles, handlers }: Props) {
  const { paragraphs, timing, language } = transcript;
  const spokenLine = model.spokenLine.value;
  const target = model.target.target.value;
  const targetOffsets = model.target.offsets.value;
  const savedOffsets = model.quotes.savedOffsets.value;
  const hitOffsets = model.find.hitOffsets.value;
  const currentHit = model.find.currentHit.value;
  const tabStopIndex = model.follow.tabStopIndex.value;
  const canJump = model.playback.canJump.value;
  const anchor = model.follow.anchor.value;
  const anchored = anchor.kind === "position" ? anchor.position.paragraph : undefined;
  const chunks = useChunks(
    paragraphs.length,
    [anchored, spokenLine.paragraph, tabStopIndex],
    model.find.query.value,
  );
  useRowHeight(list);
  useFollow(list, model.follow, spokenLine);
  useHighlights(
    list,
    { hits: hitOffsets, currentHit, saved: savedOffsets, target: targetOffsets },
    spokenLine,
  );
  const needsMarks = !canHighlight();
  const renderRow = (paragraph: Paragraph, i: number) => (
    <ParagraphItem
      key={i}
      paragraph={paragraph}
      index={i}
      chapter={chapterTitles.get(i)}
      hasSpeakerLabel={paragraph.speaker !== paragraphs[i - 1]?.speaker || chapterTitles.has(i)}
      isApproximate={timing !== "exact"}
      spokenOffsets={i === spokenLine.paragraph ? spokenLine.offsets : null}
      isTarget={i === target?.paragraph && targetOffsets.size === 0}
      isSaved={savedOffsets.has(i)}
      isTabStop={i === tabStopIndex}
      canJump={canJump}
      hasMatch={paragraph.kind !== undefined && hasAny(i, hitOffsets, targetOffsets)}
      matches={(needsMarks && hitOffsets.get(i)) || NO_MATCHES}
      currentMatchStart={needsMarks && currentHit?.textIndex === i ? currentHit.start : undefined}
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
      onClick={handlers.onClick}
      onPointerDown={handlers.onPointerDown}
      onPointerMove={handlers.onPointerMove}
      onPointerOver={handlers.onHover}
      onPointerLeave={() => handlers.onHover(null)}
      onFocusIn={handlers.onHover}
      onFocusOut={() => handlers.onHover(null)}
      onScroll={handlers.onScroll}
    >
      {chunks.map(({ start, end, isRendered }) => (
        <div
          key={`${isRendered} ${start}`}
          class={isRendered ? "chunk" : "chunk unbuilt"}
          style={{ "--rows": end - start, "--characters": countCharacters(paragraphs, start, end) }}
        >
          {isRendered && paragraphs.slice(start, end).map((paragraph, k) => renderRow(paragraph, start + k))}
        </div>
      ))}
    </div>
  );
}

const hasAny = (paragraph: number, ...groups: OffsetsByParagraph[]): boolean =>
  groups.some((offsets) => offsets.has(paragraph));

/**
 * Languages written from right to left, by primary subtag.
 * @see https://www.w3.org/International/questions/qa-scripts
 */
const RTL_LANGUAGES = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

const getTextDirection = (language: string) =>
  RTL_LANGUAGES.has(language.split("-")[0]!.toLowerCase()) ? "rtl" : "ltr";

function countCharacters(paragraphs: readonly Paragraph[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += paragraphs[i]!.text.length;
  return sum;
}
