import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { describe, expect, it, test } from "vitest";
import { formatQuote } from "../../../utils/quote/formats/format-quote.ts";
import { QUOTE_FORMATS, DEFAULT_QUOTE_FORMAT_SETTINGS } from "../../../utils/quote/formats/quote-formats.ts";
import { fillTemplate, TEMPLATE_NAMES, findUnknownNames } from "../../../utils/quote/formats/template.ts";
import { hasCorrections } from "../../../utils/quote/quote.ts";
import { BARE, HOSTILE, PLAIN, TALK } from "./samples.ts";

const SAMPLES = { PLAIN, TALK, BARE, HOSTILE };
const TEMPLATE = TEMPLATE_NAMES.map((name) => `${name}={{ ${name} }}`).join("\n");

test.each(QUOTE_FORMATS)("a quote is formatted as %s", async (format) => {
  const written = Object.entries(SAMPLES).flatMap(([name, quote]) =>
    (format === "bibtex" || format === "csl" ? [false] : [false, true]).map((asHeard) => {
      const { text, html } = formatQuote(quote, { format, template: TEMPLATE }, asHeard);
      return `=== ${name}${asHeard ? ", as heard" : ""}\n${text}${html === undefined ? "" : `\n--- html\n${html}`}\n`;
    }),
  );
  await expect(written.join("\n")).toMatchFileSnapshot(`expected/${format}.txt`);
});

describe("a citation", () => {
  const read = (text: string) => new Cite(text).data[0]!;
  it("as BibTeX is parsed by citation-js", () => {
    expect(
      read(formatQuote(PLAIN, { ...DEFAULT_QUOTE_FORMAT_SETTINGS, format: "bibtex" }).text),
    ).toMatchObject({
      title: PLAIN.episode.title,
      author: [{ given: "Lex", family: "Fridman" }],
      issued: { "date-parts": [[2019, 8, 27]] },
      URL: PLAIN.url,
      note: "With Jeremy Howard, at 12:34",
    });
    const hostile = read(formatQuote(HOSTILE, { ...DEFAULT_QUOTE_FORMAT_SETTINGS, format: "bibtex" }).text);
    expect(hostile["title"]).toBe(HOSTILE.episode.title);
    expect(decodeURIComponent(String(hostile["URL"]))).toBe(HOSTILE.url);
  });
  it("as CSL-JSON is parsed by citation-js", () => {
    const item = read(formatQuote(PLAIN, { ...DEFAULT_QUOTE_FORMAT_SETTINGS, format: "csl" }).text);
    expect(item).toMatchObject({
      type: "broadcast",
      "container-title": PLAIN.episode.show,
      number: "35",
      guest: [{ given: "Jeremy", family: "Howard" }],
      URL: PLAIN.url,
    });
    expect(read(formatQuote(BARE, { ...DEFAULT_QUOTE_FORMAT_SETTINGS, format: "csl" }).text)["title"]).toBe(
      "A talk",
    );
  });
});

describe("a template", () => {
  it("lists unknown names and leaves them as they are", () => {
    const template = "{{quote}} {{ speaker }} {{spaeker}} {{}} {{constructor}} {single}";
    expect(findUnknownNames(template)).toEqual(["spaeker", "", "constructor"]);
    expect(fillTemplate(template, PLAIN, false)).toBe(
      "At Enlitic we didn't care. Jeremy Howard {{spaeker}} {{}} {{constructor}} {single}",
    );
  });
  it("does not fill values again", () => {
    expect(fillTemplate("{{episode}}", HOSTILE, false)).toBe(HOSTILE.episode.title);
    expect(
      fillTemplate("{{episode}}", { ...BARE, episode: { ...BARE.episode, title: "$& $1" } }, false),
    ).toBe("$& $1");
  });
});

it("detects corrected words", () => {
  expect(hasCorrections(PLAIN)).toBe(true);
  expect(hasCorrections(TALK)).toBe(false);
});
