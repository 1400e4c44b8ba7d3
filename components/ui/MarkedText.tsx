import type { ComponentChildren } from "preact";
import type { Offsets } from "../../utils/search/text/find-matches.ts";
import { t } from "./i18n.ts";

/** A part of a text that was corrected. */
export interface CorrectedOffsets {
  offsets: Offsets;
  /** Index of the `Change`. */
  change: number;
  /** The words as heard, for screen readers. */
  heard: string;
}

interface Props {
  text: string;
  /** Matches of a search, ascending and disjoint. */
  matches: readonly Offsets[];
  /** Words that differ from the searched sentence, disjoint from the matches. */
  differing?: readonly Offsets[];
  /** Start offset of the current match; in another text it matches nothing. */
  current?: number | undefined;
  /** The sentence being spoken. */
  spoken?: Offsets | null | undefined;
  /** Corrected parts, ascending and disjoint. */
  corrected?: readonly CorrectedOffsets[];
  /** Corrected parts are in the tab order. */
  isFocusable?: boolean;
}

const hasOffset = (at: number, [start, end]: Offsets) => at >= start && at < end;
const NO_CORRECTIONS: readonly CorrectedOffsets[] = [];
const NO_OFFSETS: readonly Offsets[] = [];

/** Text with marked parts. It is cut at every boundary, so that each piece has one set of marks. */
export function MarkedText({
  text,
  matches,
  current,
  spoken,
  corrected = NO_CORRECTIONS,
  differing = NO_OFFSETS,
  isFocusable = false,
}: Props) {
  const boundaries = corrected.flatMap(({ offsets }) => offsets);
  const cuts = new Set([
    0,
    ...matches.flat(),
    ...differing.flat(),
    ...(spoken ?? []),
    ...boundaries,
    text.length,
  ]);
  const starts = [...cuts].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  const parts = starts.slice(0, -1).map((at, i) => {
    const piece = text.slice(at, starts[i + 1]);
    const match = matches.find((offsets) => hasOffset(at, offsets));
    const rendered: ComponentChildren = match ? (
      <mark key={at} class={match[0] === current ? "current" : undefined}>
        {piece}
      </mark>
    ) : differing.some((offsets) => hasOffset(at, offsets)) ? (
      <span key={at} class="differs">
        {piece}
      </span>
    ) : spoken && hasOffset(at, spoken) ? (
      <span key={at} class="now">
        {piece}
      </span>
    ) : (
      piece
    );
    return { at, rendered, correction: corrected.find(({ offsets }) => hasOffset(at, offsets)) };
  });
  return (
    <>
      {parts.map(({ at, rendered, correction }) => {
        if (!correction) return rendered;
        // Only the first piece of a correction is a button, so that it is announced once.
        const isFirst = at === correction.offsets[0];
        return (
          <span
            key={at}
            class="corrected"
            data-change={correction.change}
            role={isFirst ? "button" : undefined}
            tabIndex={isFirst ? (isFocusable ? 0 : -1) : undefined}
            aria-description={isFirst ? t("panel.heardAs", { heard: correction.heard }) : undefined}
          >
            {rendered}
          </span>
        );
      })}
    </>
  );
}
