import type { ComponentChildren } from "preact";
import type { Offsets } from "../../utils/search/text/find-matches.ts";
import { t } from "./i18n.ts";

/** A stretch of text that was heard otherwise. */
export interface CorrectedOffsets {
  offsets: Offsets;
  /** Index of the Change. */
  change: number;
  /** What was heard, for ears. */
  heard: string;
}

interface Props {
  text: string;
  /** Stretches to mark, ascending and apart. */
  matches: readonly Offsets[];
  /** Stretches that differ from what was looked for, apart from the matches. */
  differing?: readonly Offsets[];
  /** Offset at which the match begins that is the current one, if it is in this text. */
  current?: number | undefined;
  /** Stretch that is being spoken. */
  spoken?: Offsets | null | undefined;
  /** Corrected stretches, ascending and apart. */
  corrected?: readonly CorrectedOffsets[];
  /** Corrected stretches are reached by Tab. */
  isFocusable?: boolean;
}

const hasOffset = (at: number, [start, end]: Offsets) => at >= start && at < end;
const NO_CORRECTIONS: readonly CorrectedOffsets[] = [];
const NO_OFFSETS: readonly Offsets[] = [];

/** Text with marked stretches. */
export function MarkedText({
  text,
  matches,
  current,
  spoken: now,
  corrected = NO_CORRECTIONS,
  differing: others = NO_OFFSETS,
  isFocusable: reached = false,
}: Props) {
  const ends = corrected.flatMap(({ offsets: span }) => span);
  const cuts = new Set([0, ...matches.flat(), ...others.flat(), ...(now ?? []), ...ends, text.length]);
  const offsets = [...cuts].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  const parts = offsets.slice(0, -1).map((at, i) => {
    const part = text.slice(at, offsets[i + 1]);
    const match = matches.findIndex((span) => hasOffset(at, span));
    const drawn: ComponentChildren =
      match >= 0 ? (
        <mark key={at} class={matches[match]![0] === current ? "current" : undefined}>
          {part}
        </mark>
      ) : others.some((span) => hasOffset(at, span)) ? (
        <span key={at} class="differs">
          {part}
        </span>
      ) : now && hasOffset(at, now) ? (
        <span key={at} class="now">
          {part}
        </span>
      ) : (
        part
      );
    return { at, drawn, inside: corrected.find(({ offsets: span }) => hasOffset(at, span)) };
  });
  return (
    <>
      {parts.map(({ at, drawn, inside }) => {
        if (!inside) return drawn;
        const first = at === inside.offsets[0];
        return (
          <span
            key={at}
            class="corrected"
            data-change={inside.change}
            role={first ? "button" : undefined}
            tabIndex={first ? (reached ? 0 : -1) : undefined}
            aria-description={first ? t("panel.heardAs", { heard: inside.heard }) : undefined}
          >
            {drawn}
          </span>
        );
      })}
    </>
  );
}
