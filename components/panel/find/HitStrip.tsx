import type { Paragraph } from "../../../utils/transcript/model/transcript.ts";
import type { TextHit } from "../../../utils/search/text/find-in-transcript.ts";

/** Where each paragraph begins in the whole talk, in characters, and where the last one ends. */
export function computeParagraphStarts(paragraphs: readonly Paragraph[]): number[] {
  const starts = [0];
  for (const { text } of paragraphs) starts.push(starts.at(-1)! + text.length);
  return starts;
}

interface Props {
  hits: readonly TextHit[];
  currentHit: TextHit | undefined;
  /** Where each paragraph begins and where the last ends, in characters of the whole talk. */
  paragraphStarts: readonly number[];
  onChoose: (index: number) => void;
}

/** Places that can be told apart on the strip. */
const STRIP_POSITIONS = 400;

/**
 * A thin strip that shows where in the episode the hits lie; a click goes to the nearest. By keyboard the hits are
 * reached one after the other, so it is nothing for ears.
 */
export function HitStrip({ hits, currentHit: hit, paragraphStarts: starts, onChoose }: Props) {
  const length = starts.at(-1) || 1;
  const placeOf = ({ textIndex: text, start }: TextHit) =>
    ((starts[text]! + start) / length) * STRIP_POSITIONS;
  const places = new Set(hits.map((each) => Math.floor(placeOf(each))));
  const bars = [...places].map((place) => `M${place} 0h1.6v8h-1.6z`).join("");
  const onClick = (event: MouseEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const wanted = ((event.clientX - left) / width) * STRIP_POSITIONS;
    let nearest = 0;
    for (const [i, each] of hits.entries())
      if (Math.abs(placeOf(each) - wanted) < Math.abs(placeOf(hits[nearest]!) - wanted)) nearest = i;
    onChoose(nearest);
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
      {hit && <path class="current" d={`M${placeOf(hit) - 1} 0h4v8h-4z`} />}
    </svg>
  );
}
