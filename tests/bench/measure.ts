/** How often each thing is measured; the median is told. */
const RUNS = 7;

/** Median milliseconds that a function takes, after one run to warm up. */
export function medianMs(run: () => unknown): number {
  run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[RUNS >> 1]!;
}

/** The same for what is awaited. */
export async function medianMsAsync(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[RUNS >> 1]!;
}

const lines: string[] = [];

/** Prints a figure without a goal, such as that of a rival. */
export function printFigure(line: string): void {
  lines.push(line);
  console.log(line);
}

/** The figures printed since the last call. */
export const takeFigures = (): string[] => lines.splice(0);

/**
 * Prints a figure against its goal.
 * @throws {RangeError} for a figure that could not be computed, so that the run fails instead of printing NaN.
 */
export function tell(
  name: string,
  figure: string,
  value: number,
  goal: number,
  unit = "",
  kind: "at most" | "at least" = "at most",
): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} ${figure}: ${value} is no figure.`);
  // Two digits at least, for ratios that are small.
  const shown = (n: number) =>
    `${n < 0.1 ? Number(n.toPrecision(2)) : Math.round(n * 100) / 100}${unit && ` ${unit}`}`;
  const isMet = kind === "at most" ? value <= goal : value >= goal;
  printFigure(`${name} ${figure}: ${shown(value)} · ${kind} ${shown(goal)} · ${isMet ? "met" : "missed"}`);
}
