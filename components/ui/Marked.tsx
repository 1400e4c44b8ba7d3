import type { Span } from "../../utils/search/matches.ts";

interface Props {
  text: string;
  /** Stretches to mark, ascending and apart. */
  matches: readonly Span[];
  /** Index of the match that is the current one, if it is in this text. */
  current?: number | undefined;
  /** Stretch that is being spoken. */
  now?: Span | null | undefined;
}

/** Text with marked stretches. */
export function Marked({ text, matches, current, now }: Props) {
  const cuts = new Set([0, ...matches.flat(), ...(now ?? []), text.length]);
  const offsets = [...cuts].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  const lies = (at: number, [start, end]: Span) => at >= start && at < end;
  return (
    <>
      {offsets.slice(0, -1).map((at, i) => {
        const part = text.slice(at, offsets[i + 1]);
        const match = matches.findIndex((span) => lies(at, span));
        const isNow = now ? lies(at, now) : false;
        if (match >= 0)
          return (
            <mark key={at} class={match === current ? "current" : undefined}>
              {part}
            </mark>
          );
        return isNow ? (
          <span key={at} class="now">
            {part}
          </span>
        ) : (
          part
        );
      })}
    </>
  );
}
