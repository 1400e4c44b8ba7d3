import { describe, expect, it } from "vitest";
import { changesOf, cleaned, named, shown } from "./steps.ts";

const run = (text: string, names: string[] = []) =>
  shown(cleaned(text, { names: names.map((name) => named(name)) }));

describe("sentences", () => {
  it("end with a turn, and where the words make it likely", () => {
    const text = "i was there in february yeah i think it was in italy and so i moved on to the next thing";
    const out = run(text);
    expect(out).toMatch(/^I was there in February/);
    expect(out).toMatch(/in Italy/);
    expect(out).toMatch(/\.$/);
    expect(out).not.toMatch(/\bi\b/);
  });
  it("get question marks", () => {
    expect(run("so what is your favorite instrument").endsWith("instrument?")).toBe(true);
    expect(run("do you think so").endsWith("?")).toBe(true);
    expect(run("what i mean is that it works").endsWith("?")).toBe(false);
  });
  it("with punctuation stay as they are", () => {
    const text =
      "This is fine. It has stops, and commas, too. So it stays, as it is. Nothing is put in here.";
    expect(run(text)).toBe(text);
  });
  it("begin with a capital, except for lower-case names", () => {
    expect(run("It works. fast.ai is free. nutpie is too. then we go.", ["fast.ai", "nutpie"])).toBe(
      "It works. fast.ai is free. nutpie is too. Then we go.",
    );
  });
  it("do not end inside a name or a number, nor after a title or an initial", () => {
    expect(run("Dr. Who met J. Smith at 3.5 miles. it was late.")).toBe(
      "Dr. Who met J. Smith at 3.5 miles. It was late.",
    );
    expect(
      run("and then we used weights and biases at the company all day long and it was good", [
        "Weights & Biases",
      ]),
    ).not.toMatch(/Weights[.,]/);
  });
  it("record no Changes for punctuation and capitals", () =>
    expect(cleaned("i like it a lot and so do you").flatMap(({ changes }) => changes)).toEqual([]));
  it("stay as they are in languages without rules", () =>
    expect(shown(cleaned("ich war da und du auch", { language: "de" }))).toBe("Ich war da und du auch"));
});

describe("captions", () => {
  const vtt = (...lines: string[]) =>
    `WEBVTT\n\n${lines.map((line, i) => `00:00:0${i}.000 --> 00:00:0${i + 1}.000\n${line}\n`).join("\n")}`;
  it("that roll are shown once", () => {
    const paragraphs = cleaned(
      vtt(
        "we went to the",
        "we went to the big house there",
        "big house there and it was",
        "and it was late",
      ),
    );
    expect(shown(paragraphs).replace(",", "")).toBe("We went to the big house there and it was late.");
    expect(changesOf(paragraphs, "overlap").map(([heard]) => heard)).toEqual([
      "we went to the",
      "big house there",
      "and it was",
    ]);
  });
  it("with a single repetition stay as they are", () =>
    expect(
      shown(cleaned(vtt("I do not know", "I do not know but it is so", "and then we go", "to the next one"))),
    ).toContain("I do not know"));
  it("begin a paragraph at >> or a dash, which are removed", () => {
    const paragraphs = cleaned(
      vtt(">> How are you today my friend?", ">> I am fine, thank you.", "- And you?"),
    );
    expect(shown(paragraphs)).toBe("How are you today my friend? I am fine, thank you. And you?");
  });
});

it("a new speaker begins a sentence, even after an ellipsis", () => {
  const paragraphs = cleaned(
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>It was so... and yet...\n\n00:05.000 --> 00:09.000\n<v Bob>and yet it was.\n",
  );
  expect(paragraphs.map(({ text }) => text)).toEqual(["It was so... and yet...", "And yet it was."]);
});

describe("segments", () => {
  it("opening and closing words and adverts get a kind of their own", () => {
    const talk = Array.from(
      { length: 60 },
      (_, i) => `This is sentence number ${i} of the talk itself.`,
    ).join(" ");
    const paragraphs = cleaned(
      `This episode is sponsored by Acme. ${talk} Thank you so much for listening to it.`,
    );
    expect(paragraphs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["sponsor", "credits"]));
    const taken = cleaned(
      `${talk} Thank you, uh, so much for listening, and um, see you next time on Patreon.`,
    );
    expect(taken.filter(({ kind }) => kind === "credits")).toHaveLength(1);
    expect(paragraphs.filter(({ kind }) => kind === undefined).length).toBeGreaterThan(2);
    expect(shown(paragraphs.filter(({ kind }) => kind === "credits"))).toBe(
      "Thank you so much for listening to it.",
    );
  });
});
