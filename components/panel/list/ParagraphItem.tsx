import type { ComponentChildren } from "preact";
import { memoizeComponent } from "../../ui/memoize-component.ts";
import { useMemo } from "preact/hooks";
import type { Offsets } from "../../../utils/search/text/find-matches.ts";
import { formatTime } from "../../../utils/transcript/model/clock-time.ts";
import { findVisibleCorrections } from "../../../utils/transcript/model/corrections.ts";
import type { Paragraph, ParagraphKind } from "../../../utils/transcript/model/transcript.ts";
import { getStartSeconds } from "../../../utils/transcript/model/text-position.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MarkedText, type CorrectedOffsets } from "../../ui/MarkedText.tsx";
import { t, describeTime } from "../../ui/i18n.ts";
import type { RowAction } from "./row-actions.ts";

interface Props {
  paragraph: Paragraph;
  index: number;
  /** Title of the chapter that begins here. */
  chapter?: string | undefined;
  /** Only the first paragraph of a turn names the speaker. */
  hasSpeakerLabel: boolean;
  /** Times are not exact. */
  isApproximate: boolean;
  /** Character offsets of the spoken line; null when it is in another paragraph. */
  spokenOffsets: Offsets | null;
  /** A link or a search asked for the paragraph. */
  isTarget: boolean;
  /** It contains words of a saved quote. */
  isSaved: boolean;
  /** Its buttons are in the tab order. */
  isTabStop: boolean;
  canJump: boolean;
  /** It contains a hit of the search, or words that were asked for, which opens a collapsed segment. */
  hasMatch: boolean;
  /** Hits to mark in browsers without the CSS Custom Highlight API. */
  matches: readonly Offsets[];
  /** Character offset of the current hit, in the same browsers. */
  currentMatchStart: number | undefined;
}

/** One paragraph: its time, the speaker, the text, and buttons that copy it as a quote and set its time. */
export const ParagraphItem = memoizeComponent(function ParagraphItem(props: Props) {
  const { paragraph, index, isApproximate, spokenOffsets, isTarget, isTabStop, canJump } = props;
  const { speaker, text } = paragraph;
  const start = getStartSeconds(paragraph);
  const corrected = useMemo(() => toCorrectedOffsets(paragraph), [paragraph]);
  const time = start === null ? "" : describeTime(start, isApproximate);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div
      role="listitem"
      class={`paragraph${spokenOffsets ? " active" : ""}${isTarget ? " target" : ""}`}
      data-index={index}
      aria-current={spokenOffsets ? "true" : undefined}
    >
      {props.chapter !== undefined && <h3 class="chapter">{props.chapter}</h3>}
      <div class="margin">
        <button
          type="button"
          class="time"
          data-action={"jump" satisfies RowAction}
          tabIndex={tabIndex}
          data-approximate={isApproximate && start !== null ? "" : undefined}
          data-time={start === null ? "–:–" : formatTime(start)}
          aria-label={start === null ? t("panel.noTime", { number: index + 1 }) : t("panel.jump", { time })}
          aria-disabled={!canJump || start === null}
        />
        {props.isSaved && (
          <button
            type="button"
            class="is-saved"
            data-action={"open-quotes" satisfies RowAction}
            tabIndex={tabIndex}
            aria-label={t("quote.isSaved")}
            title={t("quote.isSaved")}
          >
            <Icon name="saved" />
          </button>
        )}
        <div class="tools">
          <button
            type="button"
            class="copy"
            data-action={"copy-quote" satisfies RowAction}
            tabIndex={tabIndex}
            aria-label={time ? t("panel.copyQuoteAt", { time }) : t("panel.copyQuote")}
            title={t("panel.copyQuote")}
          />
          <button
            type="button"
            class="is-now"
            data-action={"set-sync-point" satisfies RowAction}
            tabIndex={tabIndex}
            aria-label={t("panel.isNow")}
            title={t("panel.isNowTitle")}
            aria-disabled={!canJump || start === null}
          />
        </div>
      </div>
      <div class="words">
        {props.hasSpeakerLabel && speaker && <p class="speaker">{speaker}</p>}
        <CollapsedSegment paragraph={paragraph} isOpen={isTarget || spokenOffsets !== null || props.hasMatch}>
          <p class="text" dir="auto">
            <MarkedText
              text={text}
              matches={props.matches}
              current={props.currentMatchStart}
              spoken={paragraph.times.length > 1 ? spokenOffsets : null}
              corrected={corrected}
              isFocusable={isTabStop}
            />
          </p>
        </CollapsedSegment>
      </div>
    </div>
  );
});

const toCorrectedOffsets = (paragraph: Paragraph): CorrectedOffsets[] =>
  findVisibleCorrections(paragraph).map(({ at, length, ...rest }) => ({
    offsets: [at, at + length],
    ...rest,
  }));

const SEGMENT_LABELS: { [kind in ParagraphKind]?: string } = {
  notes: t("panel.parts"),
  sponsor: t("panel.sponsor"),
  credits: t("panel.credits"),
};

interface SegmentProps {
  paragraph: Paragraph;
  isOpen: boolean;
  children: ComponentChildren;
}

/** Collapses a segment that is not part of the talk to one line. */
function CollapsedSegment({ paragraph, isOpen, children }: SegmentProps) {
  const label = paragraph.kind && SEGMENT_LABELS[paragraph.kind];
  if (!label) return <>{children}</>;
  return (
    <details class="aside" open={isOpen}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
