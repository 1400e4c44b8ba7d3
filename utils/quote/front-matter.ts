import type { QuotedEpisode } from "./quote.ts";

/** Facts in the front matter of an exported Markdown file. */
export interface FrontMatterFields extends QuotedEpisode {
  link: string | null;
}

/**
 * Formats YAML front matter and omits unknown facts. Strings are JSON, which is a subset of YAML 1.2:
 * https://yaml.org/spec/1.2.2/
 */
export function formatFrontMatter({
  title,
  show,
  number,
  hosts,
  guests,
  published,
  link,
}: FrontMatterFields): string {
  const people = [...hosts, ...guests];
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `show: ${JSON.stringify(show)}`,
    number === null ? "" : `number: ${number}`,
    people.length ? `people: ${JSON.stringify(people)}` : "",
    published ? `date: ${published}` : "",
    link ? `link: ${JSON.stringify(link)}` : "",
  ];
  return `---\n${lines.filter(Boolean).join("\n")}\n---\n`;
}
