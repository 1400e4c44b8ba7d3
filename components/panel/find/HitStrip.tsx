import { useMemo } from "preact/hooks";
import type { TextHit } from "../../../utils/search/text/find-in-transcript.ts";
import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import type { FindModel } from "./find-model.ts";

interface Props {
  find: Pick<FindModel, "hits" | "currentHit" | "choose">;
  paragraphs: readonly Paragraph[];
}

/** Width of the strip's coordinate system; hits nearer to each other share one bar. */
const STRIP_POSITIONS = 400;

/**
 * A thin strip that shows where in the episode the hits are. A click goes to the nearest. Hidden from assistive
 * technology, for the keyboard reaches the hits one after the other.
 */
export function HitStrip({ find, paragraphs }: Props) {
  const starts = useMemo(() => computeParagraphStarts(paragraphs), [paragraphs]);
  const hits = find.hits.value;
  const currentHit = find.currentHit.value;
  if (!currentHit) return null;
  const length = starts.at(-1) || 1;
  const getPosition = ({ textIndex, start }: TextHit) =>
    ((starts[textIndex]! + start) / length) * STRIP_POSITIONS;
  const positions = new Set(hits.map((hit) => Math.floor(getPosition(hit))));
  const bars = [...positions].map((position) => `M${position} 0h1.6v8h-1.6z`).join("");
  const onClick = (event: MouseEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const clicked = ((event.clientX - left) / width) * STRIP_POSITIONS;
    const getDistance = (hit: TextHit) => Math.abs(getPosition(hit) - clicked);
    let nearest = 0;
    for (const [i, hit] of hits.entries()) if (getDistance(hit) < getDistance(hits[nearest]!)) nearest = i;
    find.choose(nearest);
  };
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${STRIP_POSITIONS} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={onClick}
    >
      <path d={bars} />
      <path class="current" d={`M${getPosition(currentHit) - 1} 0h4v8h-4z`} />
    </svg>
  );
}

/** Characters of the transcript before each paragraph, and in all of it. */
function computeParagraphStarts(paragraphs: readonly Paragraph[]): number[] {
  const starts = [0];
  for (const { text } of paragraphs) starts.push(starts.at(-1)! + text.length);
  return starts;
}
