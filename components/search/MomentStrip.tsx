interface Props {
  /** Positions in the episode, from 0 to 1. */
  positions: readonly number[];
}

/** Positions that are distinguishable on the strip. */
const STRIP_POSITIONS = 200;

/** A thin strip with a mark for each moment of an episode. Screen readers get the times of the rows instead. */
export function MomentStrip({ positions }: Props) {
  const marks = [...new Set(positions.map((position) => Math.floor(position * (STRIP_POSITIONS - 2))))];
  return (
    <svg class="strip" viewBox={`0 0 ${STRIP_POSITIONS} 6`} preserveAspectRatio="none" aria-hidden="true">
      <path d={marks.map((mark) => `M${mark} 0h2v6h-2z`).join("")} />
    </svg>
  );
}
