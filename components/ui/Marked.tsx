import type { Span } from "../../utils/search/matches.ts";

interface Props {
  text: string;
  /** Stretches to mark, ascending and apart. */
  matches: readonly Span[];
  /** Index of the match that is the current one, if it is in this text. */
  current?: number | undefined;
}

/** Text with marked stretches. */
export function Marked({ text, matches, current }: Props) {
  if (!matches.length) return <>{text}</>;
  const parts = matches.map(([start, end], i) => (
    <>
      {text.slice(matches[i - 1]?.[1] ?? 0, start)}
      <mark class={i === current ? "current" : undefined}>{text.slice(start, end)}</mark>
    </>
  ));
  return (
    <>
      {parts}
      {text.slice(matches.at(-1)?.[1] ?? 0)}
    </>
  );
}
