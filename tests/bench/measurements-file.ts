import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "../../docs/measurements.md");

const INTRODUCTION = `# Measurements

Written by \`npm run bench\`, one section per benchmark, each from its last complete run. A line reads \`NAME figure: value · goal · met|missed\`. Compare figures of one run only: machines differ, and so do hours on one machine.`;

/** What one run of a benchmark printed, and where. */
export interface BenchRun {
  name: string;
  /** ISO 8601 date. */
  date: string;
  /** Processor, cores and Node's version. */
  machine: string;
  figures: readonly string[];
}

/** The machine this runs on. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${model}, ${availableParallelism()} cores, Node ${process.versions.node}`;
}

/** Replaces the section of a benchmark, or inserts it; sections are sorted by name. */
export function replaceSection(document: string, run: BenchRun): string {
  const sections = new Map(
    document
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf("\n")), `## ${section.trim()}`]),
  );
  const figures = run.figures.join("\n");
  sections.set(run.name, `## ${run.name}\n\n${run.date}, ${run.machine}.\n\n\`\`\`\n${figures}\n\`\`\``);
  const sorted = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
  return `${[INTRODUCTION, ...sorted].join("\n\n")}\n`;
}

/** Writes the figures of a complete run into `docs/measurements.md`. */
export function writeMeasurements(run: BenchRun): void {
  writeFileSync(FILE, replaceSection(existsSync(FILE) ? readFileSync(FILE, "utf8") : "", run));
}
