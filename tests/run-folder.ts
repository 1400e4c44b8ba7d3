import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Vitest's global setup: creates the folder in which the test files of a run share what they build. */
export default function createRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "earmark-tests-"));
  project.provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
