interface Props {
  /** Where in the episode, from 0 to 1. */
  places: readonly number[];
}

/** Places that can be told apart on the strip. */
const PLACES = 200;

/** A thin strip that shows where in an episode its moments lie; the rows below say it to ears. */
export function MomentStrip({ places }: Props) {
  const bars = [...new Set(places.map((place) => Math.floor(place * (PLACES - 2))))];
  return (
    <svg class="strip" viewBox={`0 0 ${PLACES} 6`} preserveAspectRatio="none" aria-hidden="true">
      <path d={bars.map((place) => `M${place} 0h2v6h-2z`).join("")} />
    </svg>
  );
}
