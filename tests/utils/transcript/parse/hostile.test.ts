import { describe, expect, it, test } from "vitest";
import { loadWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import { makeTranscript } from "../../../../utils/transcript/make-transcript.ts";
import type { Cue } from "../../../../utils/transcript/model/transcript.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";

const lines = (...all: string[]) => all.join("\n");
const said = (source: string | Uint8Array) => parseTranscript(source).cues.map(({ text }) => text);
const cues = (text: string) =>
  parseTranscript(text).cues.map(({ start, speaker, text: words }) => [start, speaker, words]);

describe("HTML of other shapes loses no words", () => {
  it.each([
    ["<p><cite>Kevin:</cite> Hello world.</p>", [[null, "Kevin", "Hello world."]]],
    [
      "<p><time>0:05</time> Hello world.</p><p>and more</p>",
      [
        [5, null, "Hello world."],
        [null, null, "and more"],
      ],
    ],
    [
      "<p>I read <cite>Nature</cite> at <time>noon</time> yesterday.</p><p>Second.</p>",
      [
        [null, null, "I read Nature at noon yesterday."],
        [null, null, "Second."],
      ],
    ],
    [
      "<cite>Ann:</cite><time>0:01</time>straight away<div>in a div</div>",
      [
        [1, "Ann", "straight away"],
        [null, "Ann", "in a div"],
      ],
    ],
    [
      "<ul><li>before<p>in</p>after</li></ul>",
      [
        [null, null, "before"],
        [null, null, "in"],
        [null, null, "after"],
      ],
    ],
    [
      "<p>one <svg /> two</p><p>three</p>",
      [
        [null, null, "one two"],
        [null, null, "three"],
      ],
    ],
    ["<html><head><title>T</title><body><p>One</p>", [[null, null, "One"]]],
  ])("%s", (text, expected) => expect(cues(text)).toEqual(expected));
});

describe("texts that look like something else", () => {
  it.each([
    [
      lines(
        "Hello and welcome.",
        "Today we talk about the <p> tag in HTML.",
        "And then the <div> tag.",
        "Bye.",
      ),
      "plain",
    ],
    [lines("First we map", "1 -> 2", "and then on."), "plain"],
    [lines("In Python x[:5] and y[:3]", "and z[:1] and [00:01:00] too"), "plain"],
    [lines("[Music]", "Hello there."), "plain"],
  ])("%s", (text, format) => {
    expect(parseTranscript(text).format).toBe(format);
    expect(said(text).join("\n")).toBe(text);
  });

  it("an arrow in a line of WebVTT is a word", () => {
    expect(
      said(lines("WEBVTT", "", "00:01.000 --> 00:02.000", "A -> B is a function type", "and more")),
    ).toEqual(["A -> B is a function type and more"]);
  });
});

describe("blocks of odd files lose no words", () => {
  const T = [
    "00:00:01,000 --> 00:00:02,000",
    "00:00:03,000 --> 00:00:04,000",
    "00:00:05,000 --> 00:00:06,000",
  ] as const;
  it.each([
    ["a comment with a time right under it", lines("WEBVTT", "", "NOTE comment", T[0], "One"), ["One"]],
    [
      "SRT that says NOTE",
      lines("1", T[0], "One", "", "NOTE this", "", "2", T[1], "Two"),
      ["One NOTE this", "Two"],
    ],
    [
      "a line after a blank one",
      lines("1", T[0], "One", "", "still one", T[1], "Two"),
      ["One still one", "Two"],
    ],
    ["a year said last", lines("1", T[0], "It was", "1984", T[1], "Two"), ["It was 1984", "Two"]],
    [
      "a blank line after every line",
      lines("1", "", T[0], "", "One", "", "2", "", T[1], "", "Two", "", "3", "", T[2], "", "Three"),
      ["One", "Two", "Three"],
    ],
    [
      "doubled line ends",
      lines("1", T[0], "One", "", "2", T[1], "Two").replaceAll("\n", "\r\r\n"),
      ["One", "Two"],
    ],
    [
      "a header of HLS",
      lines("WEBVTT", "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000", "", T[0], "One"),
      ["One"],
    ],
    [
      "tags that are none",
      lines(T[0], "if a <b or c> d <u wot m8> I <3 you <b>bold</b>"),
      ["if a <b or c> d <u wot m8> I <3 you bold"],
    ],
  ])("%s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
    expect(parseTranscript(text).problems).toEqual([]);
  });
});

describe("data of other shapes", () => {
  it("TTML with a line beside single words, and times inside containers and lines", () => {
    const text =
      '<tt><body begin="60s"><div begin="10s"><p begin="1s">plain line</p><p><span begin="80s">Hello</span><br/><span begin="83s">there</span></p><p begin="90s">before <span podcasts:unit="word" begin="161s">word</span> after</p></div></body></tt>';
    expect(cues(text)).toEqual([
      [71, null, "plain line"],
      [80, null, "Hello there"],
      [160, null, "before word after"],
    ]);
  });
  it("Python's NaN in JSON", () =>
    expect(said('{"segments":[{"start":1,"text":"Hi","avg_logprob":NaN}]}')).toEqual(["Hi"]));
  it("a Whisper reply of text alone", () =>
    expect(said('{"text":"Hello world."}')).toEqual(["Hello world."]));
  it("a Whisper segment of words alone", () =>
    expect(said('{"segments":[{"start":1,"text":null,"words":[{"word":"Hi"},{"word":"you"}]}]}')).toEqual([
      "Hi you",
    ]));
  it("JSON that is no transcript", () =>
    expect(parseTranscript('{"results":{"items":[]}}')).toMatchObject({ cues: [], problems: [{ line: 1 }] }));
  it("a language in full is no tag", () =>
    expect(
      parseTranscript('{"language":"english","segments":[{"start":0,"text":"Hi"}]}').language,
    ).toBeNull());
});

describe("bytes", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it("UTF-8 that was cut inside its last letter", () =>
    expect(said(bytes("Café Zoë é").slice(0, -1))[0]).toMatch(/^Café Zoë/));
  it("Windows-1252", () => expect(said(Uint8Array.from([0x43, 0x61, 0x66, 0xe9]))).toEqual(["Café"]));
  it("UTF-16", () => expect(said(Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x69, 0]))).toEqual(["Hi"]));
});

test("a single repeated word before a colon is no speaker", () => {
  const text = lines("Warning: do not do this.", "Why not?", "Warning: it hurts.");
  expect(said(text).join("\n")).toBe(text);
});

describe("making a transcript", () => {
  const known = { episode: "x", language: "en", durationSeconds: null, names: [], ...loadWordList() };
  const make = (all: Partial<Cue>[]) =>
    makeTranscript(
      {
        format: "srt",
        problems: [],
        notes: [],
        language: null,
        cues: all.map((c) => ({ text: "x", start: null, end: null, speaker: null, line: 1, ...c })),
      },
      known,
    );
  const starts = (all: Partial<Cue>[]) =>
    make(all).paragraphs.flatMap(({ times }) => times.map(([, s]) => s));

  it("one time far too late drops no other time", () => {
    expect(starts([{ start: 0 }, { start: 36005 }, { start: 60 }, { start: 90 }, { start: 120 }])).toEqual([
      0, 60, 90, 120,
    ]);
  });
  it("times in years and milliseconds do no harm", () => {
    expect(starts([{ start: 0 }, { start: 1763800000000 }, { start: 1e17 }])).toEqual([
      0, 1763800000000, 1e17,
    ]);
  });
  it("a single time does not make a transcript exact", () => {
    expect(make([{ start: 0 }, {}, {}, {}]).timing).toBe("estimated");
  });
  it("real turns of one line each keep their labels", () => {
    const talk = Array.from({ length: 40 }, (_, i) => ({
      text: i % 2 ? "Yes, it is." : "Is it so?",
      start: i,
      speaker: `Speaker ${i % 2}`,
    }));
    expect(new Set(make(talk).paragraphs.map(({ speaker }) => speaker))).toEqual(
      new Set(["Speaker 0", "Speaker 1"]),
    );
    const short = talk.slice(0, 4).map((cue) => ({ ...cue, text: "no full stops" }));
    expect(make(short).paragraphs).toHaveLength(4);
  });
  it("labels one line late move to the start of the sentence", () => {
    const captions = [
      "what is it. I think it",
      "is a kind of thing. Do you",
      "like it or do you not. I",
      "like it very much. Then",
    ];
    const talk = Array.from({ length: 40 }, (_, i) => ({
      text: captions[i % 4]!,
      start: i,
      speaker: `Speaker ${i % 2}`,
    }));
    const turns = make(talk)
      .paragraphs.slice(1, -1)
      .map(({ text }) => text);
    expect(turns.every((text) => /^\p{Lu}/u.test(text) && /[.?]$/.test(text))).toBe(true);
  });
});

test.each([
  ["blank lines", "\n".repeat(200_000)],
  ["blank lines with carriage returns", "\r\n".repeat(100_000)],
  ["lines under one time", `1\n:\n00:00:01\n${"a line of words\n".repeat(30_000)}`],
  ["styles that never end", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"{\\".repeat(200_000)}`],
  ["a tag again and again", "<html ".repeat(100_000)],
  ["paragraphs before the first name", `${"<p>note</p>".repeat(30_000)}<cite>A:</cite><p>b</p>`],
  [
    "words in one line",
    `<timedtext><body><p t="1">${"<s t='1'> a</s>".repeat(40_000)}</p></body></timedtext>`,
  ],
  ["digits", "1".repeat(500_000)],
])("a large file does not take for ever: %s", (_, text) => {
  // A quadratic reader takes minutes for these; the test's own time limit is what fails it.
  expect(parseTranscript(text).cues.length + parseTranscript(text).problems.length).toBeGreaterThan(0);
});
