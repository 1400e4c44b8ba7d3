interface Props {
  /** Where in the episode, from 0 to 1. */
  positions: readonly number[];
}

/** Places that can be told apart on the strip. */
const STRIP_POSITIONS = 200;

/** A thin strip that shows where in an episode its moments lie; the rows below say it to ears. */
export function MomentStrip({ positions: places }: Props) {
  const bars = [...new Set(places.map((place) => Math.floor(place * (STRIP_POSITIONS - 2))))];
  return (
    <svg class="strip" viewBox={`0 0 ${STRIP_POSITIONS} 6`} preserveAspectRatio="none" aria-hidden="true">
      <path d={bars.map((place) => `M${place} 0h2v6h-2z`).join("")} />
    </svg>
  );
}
