import type { QuotedEpisode } from "./quote.ts";

/** What stands at the head of a Markdown file about an episode. */
export interface FrontMatterFields extends QuotedEpisode {
  link: string | null;
}

/** YAML front matter; texts are written as JSON has them, which YAML 1.2 reads alike. What is unknown is left out. */
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
