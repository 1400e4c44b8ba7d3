import { expect, it } from "vitest";
import { replaceSection, type BenchRun } from "../bench/measurements-file.ts";

const createRun = (name: string, figure: string): BenchRun => ({
  name,
  date: "2026-01-01",
  machine: "a machine",
  figures: [figure],
});

it("keeps one section per benchmark, sorted, with the figures of its last run", () => {
  const runs = [
    createRun("timing", "timing error: 2"),
    createRun("cleaning", "c: 1"),
    createRun("timing", "timing error: 1"),
  ];
  const document = runs.reduce(replaceSection, "");
  expect(document.match(/^## .*/gm)).toEqual(["## cleaning", "## timing"]);
  expect(document).toContain("```\ntiming error: 1\n```");
  expect(document).not.toContain("timing error: 2");
});
