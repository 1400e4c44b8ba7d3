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
  /** The speaker is named at the first paragraph of a turn. */
  hasSpeakerLabel: boolean;
  /** Times are not exact. */
  isApproximate: boolean;
  /** The stretch that is being spoken; null when it is in another paragraph. */
  spokenOffsets: Offsets | null;
  /** Asked for by a link or a search. */
  isTarget: boolean;
  /** Words of it are among the saved quotes. */
  isSaved: boolean;
  /** The one paragraph whose buttons are reached by Tab. */
  isTabStop: boolean;
  /** Jumping is possible. */
  canJump: boolean;
  /** Something that is searched for stands in it. */
  hasMatch: boolean;
  /** Where, for browsers that can't draw it otherwise. */
  matches: readonly Offsets[];
  /** Offset at which the current one begins. */
  currentMatchStart: number | undefined;
}

/** One paragraph: its time, who speaks, the words, and buttons that copy them as a quote and set their time. */
export const ParagraphItem = memoizeComponent(function ParagraphItem(props: Props) {
  const {
    paragraph,
    index,
    hasSpeakerLabel: named,
    isApproximate: about,
    spokenOffsets: spoken,
    isTarget: target,
    isTabStop: reached,
    canJump,
  } = props;
  const { speaker, text } = paragraph;
  const start = getStartSeconds(paragraph);
  const corrected = useMemo(() => toCorrectedSpans(paragraph), [paragraph]);
  const at = start === null ? "" : describeTime(start, about);
  return (
    <div
      role="listitem"
      class={`paragraph${spoken ? " active" : ""}${target ? " target" : ""}`}
      data-index={index}
      aria-current={spoken ? "true" : undefined}
    >
      {props.chapter !== undefined && <h3 class="chapter">{props.chapter}</h3>}
      <div class="margin">
        <button
          type="button"
          class="time"
          data-action={"jump" satisfies RowAction}
          tabIndex={reached ? 0 : -1}
          data-approximate={about && start !== null ? "" : undefined}
          data-time={start === null ? "–:–" : formatTime(start)}
          aria-label={
            start === null ? t("panel.noTime", { number: index + 1 }) : t("panel.jump", { time: at })
          }
          aria-disabled={!canJump || start === null}
        />
        {props.isSaved && (
          <button
            type="button"
            class="is-saved"
            data-action={"open-quotes" satisfies RowAction}
            tabIndex={reached ? 0 : -1}
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
            tabIndex={reached ? 0 : -1}
            aria-label={at ? t("panel.copyQuoteAt", { time: at }) : t("panel.copyQuote")}
            title={t("panel.copyQuote")}
          />
          <button
            type="button"
            class="is-now"
            data-action={"set-sync-point" satisfies RowAction}
            tabIndex={reached ? 0 : -1}
            aria-label={t("panel.isNow")}
            title={t("panel.isNowTitle")}
            aria-disabled={!canJump || start === null}
          />
        </div>
      </div>
      <div class="words">
        {named && speaker && <p class="speaker">{speaker}</p>}
        <CollapsedSegment paragraph={paragraph} open={target || spoken !== null || props.hasMatch}>
          <p class="text" dir="auto">
            <MarkedText
              text={text}
              matches={props.matches}
              current={props.currentMatchStart}
              spoken={paragraph.times.length > 1 ? spoken : null}
              corrected={corrected}
              isFocusable={reached}
            />
          </p>
        </CollapsedSegment>
      </div>
    </div>
  );
});

const toCorrectedSpans = (paragraph: Paragraph): CorrectedOffsets[] =>
  findVisibleCorrections(paragraph).map(({ at, length, ...rest }) => ({
    offsets: [at, at + length],
    ...rest,
  }));

const SEGMENT_LABELS: { [kind in ParagraphKind]?: string } = {
  notes: t("panel.parts"),
  sponsor: t("panel.sponsor"),
  credits: t("panel.credits"),
};

/** What is set apart from the talk is folded to one line until it is wanted. */
function CollapsedSegment({
  paragraph,
  open,
  children,
}: {
  paragraph: Paragraph;
  open: boolean;
  children: ComponentChildren;
}) {
  const name = paragraph.kind && SEGMENT_LABELS[paragraph.kind];
  if (!name) return <>{children}</>;
  return (
    <details class="aside" open={open}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
