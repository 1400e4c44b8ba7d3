import { formatQuoteTime, type Quote } from "../quote.ts";
import { escapeTex } from "./escape.ts";

/**
 * Bibliography entries for the episode of a quote. The hosts are its authors, as in APA 7:
 * https://apastyle.apa.org/style-grammar-guidelines/references/examples/podcast-references
 */

/** Creates a key such as "fridman2019deep": family name, year, and the first long word of the title. */
function createCitationKey({ episode }: Quote): string {
  const [person = episode.show] = episode.hosts;
  const family = person.split(" ").at(-1) ?? "";
  const word = episode.title.split(/\s+/).find((each) => each.length > 3) ?? "";
  const letters = (text: string) =>
    text
      .normalize("NFD")
      .replace(/[^A-Za-z0-9]/g, "")
      .toLowerCase();
  return letters(family) + (episode.published?.slice(0, 4) ?? "") + letters(word) || "episode";
}

const TEX_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Braces protect names that BibTeX would split: single words, and names that contain "and". */
const formatTexName = (name: string): string =>
  /^\S+$| and /i.test(name.trim()) ? `{${escapeTex(name)}}` : escapeTex(name);

/** Formats a BibTeX entry without unknown fields: https://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf. */
export function formatBibtex(quote: Quote): string {
  const { episode, seconds, timing, url } = quote;
  const { hosts, guests, published, number } = episode;
  const [year, month, day] = (published ?? "").split("-");
  const kind = `Podcast episode${number === null ? "" : ` no. ${number}`}`;
  const note = [
    guests.length ? `With ${guests.join(", ")}` : "",
    seconds === null ? "" : `at ${formatQuoteTime(seconds, timing)}`,
  ].filter(Boolean);
  const fields: [name: string, value: string | undefined][] = [
    ["author", hosts.map(formatTexName).join(" and ")],
    ["title", `{${escapeTex(episode.title)}}`],
    ["howpublished", escapeTex([kind, episode.show].filter(Boolean).join(", "))],
    ["year", year],
    ["note", escapeTex(note.join(", "))],
    ["url", url?.replace(/[{}\\]/g, encodeURIComponent)],
  ];
  // A month is one of BibTeX's predefined strings, which take no braces.
  const date = month
    ? `  month = ${TEX_MONTHS[Number(month) - 1]},\n${day ? `  day = {${day}},\n` : ""}`
    : "";
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []));
  return `@misc{${createCitationKey(quote)},\n${lines.join("")}${date}}`;
}

const toCslName = (name: string) => {
  const parts = name.trim().split(/\s+/);
  return parts.length > 1 ? { given: parts.slice(0, -1).join(" "), family: parts.at(-1) } : { literal: name };
};

/**
 * Formats a CSL-JSON array with one item, without unknown variables:
 * https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function formatCsl(quote: Quote): string {
  const { episode, seconds, timing, url } = quote;
  const { hosts, guests, published, number } = episode;
  const item = {
    id: createCitationKey(quote),
    type: "broadcast",
    genre: "Podcast episode",
    title: episode.title,
    ...(episode.show && { "container-title": episode.show }),
    ...(number !== null && { number: String(number) }),
    ...(hosts.length && { author: hosts.map(toCslName), host: hosts.map(toCslName) }),
    ...(guests.length && { guest: guests.map(toCslName) }),
    ...(published && { issued: { "date-parts": [published.split("-").map(Number)] } }),
    ...(seconds !== null && { note: `at ${formatQuoteTime(seconds, timing)}` }),
    ...(url && { URL: url }),
  };
  return JSON.stringify([item], null, 2);
}
