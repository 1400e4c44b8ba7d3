import { expect, it } from "vitest";
import { extractReleaseNotes } from "../../scripts/release-notes.ts";

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- Third.

## [1.1.0] - 2026-02-01

### Fixed

- Second.

## [1.0.0] - 2026-01-01

- First.

[Unreleased]: https://example.com/compare/v1.1.0...HEAD
[1.1.0]: https://example.com/releases/v1.1.0
`;

it("extracts the notes of one version", () => {
  expect(extractReleaseNotes(CHANGELOG, "1.1.0")).toBe("### Fixed\n\n- Second.");
  expect(extractReleaseNotes(CHANGELOG, "1.0.0")).toBe("- First.");
});

it("takes the unreleased notes while the version has none", () => {
  expect(extractReleaseNotes(CHANGELOG, "1.2.0")).toBe("### Added\n\n- Third.");
});

it("refuses a version without notes", () => {
  expect(() => extractReleaseNotes("# Changelog\n\n## [Unreleased]\n", "1.0.0")).toThrow("1.0.0");
});
