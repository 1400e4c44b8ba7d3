import { afterEach, expect, it, vi } from "vitest";
import { tell } from "./measure.ts";

afterEach(() => vi.restoreAllMocks());

it("prints a figure against its goal", () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  tell("timing", "median error", 0.123, 0.8, "s");
  expect(log).toHaveBeenCalledExactlyOnceWith("timing median error: 0.12 s · at most 0.8 s · met");
});

it.each([Number.NaN, Infinity, undefined as unknown as number])(
  "fails for %s instead of printing it",
  (value) => {
    const log = vi.spyOn(console, "log").mockReturnValue();
    expect(() => tell("timing", "median error", value, 0.8, "s")).toThrow(RangeError);
    expect(log).not.toHaveBeenCalled();
  },
);
