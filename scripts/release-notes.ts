/**
 * Extracts the notes of one version from a changelog in the form of https://keepachangelog.com/en/1.1.0/.
 * @returns The version's section without its heading; the section "Unreleased" while the version has none.
 * @throws when the section is missing or empty.
 * @example extractReleaseNotes(readFileSync("CHANGELOG.md", "utf8"), "1.2.0")
 */
export function extractReleaseNotes(changelog: string, version: string): string {
  const sections = new Map(
    changelog
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [heading = "", ...lines] = section.split("\n");
        const name = /^\[([^\]]+)\]/.exec(heading)?.[1] ?? heading.trim();
        return [name, removeLinkDefinitions(lines.join("\n")).trim()];
      }),
  );
  const notes = sections.get(version) ?? sections.get("Unreleased");
  if (!notes) throw new Error(`The changelog has no notes for version ${version}.`);
  return notes;
}

const removeLinkDefinitions = (text: string) => text.replace(/^\[[^\]]+\]: \S+$/gm, "");
