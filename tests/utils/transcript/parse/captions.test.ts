import { expect, test } from "vitest";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";

const lines = (...all: string[]) => all.join("\n");
const cues = (text: string) =>
  parseTranscript(text).cues.map(({ start, end, speaker, text: said }) => [start, end, speaker, said]);

test("GOOD: SRT with byte order mark and CRLF", () => {
  expect(
    cues(
      "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nHello\r\nthere\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nYou\r\n",
    ),
  ).toEqual([
    [1, 2.5, null, "Hello there"],
    [3, 4, null, "You"],
  ]);
});

test("GOOD: SRT without counters, with points for commas and odd fractions", () => {
  expect(cues(lines("00:01.5 --> 00:02.25", "One", "", "1:02:03,5 --> 1:02:04", "Two"))).toEqual([
    [1.5, 2.25, null, "One"],
    [3723.5, 3724, null, "Two"],
  ]);
});

test("GOOD: SRT with blank lines inside a cue, and without any between cues", () => {
  expect(
    cues(
      lines(
        "1",
        "00:00:01,000 --> 00:00:02,000",
        "One",
        "",
        "still one",
        "2",
        "00:00:03,000 --> 00:00:04,000",
        "Two",
        "3",
        "00:00:05,000 --> 00:00:06,000",
        "Three",
      ),
    ),
  ).toEqual([
    [1, 2, null, "One still one"],
    [3, 4, null, "Two"],
    [5, 6, null, "Three"],
  ]);
});

test("GOOD: SRT styling is dropped, entities are decoded, a lone < is text", () => {
  expect(cues(lines("00:01 --> 00:02", "{\\an8}<i>R&amp;D</i> &eacute; 1 < 2 <3"))).toEqual([
    [1, 2, null, "R&D é 1 < 2 <3"],
  ]);
});

test("GOOD: repeated names are speakers, others are words", () => {
  const text = lines(
    "00:01 --> 00:02",
    "Ann Lee: Hello.",
    "",
    "00:02 --> 00:03",
    "Who is that?",
    "",
    "00:03 --> 00:04",
    "Bob: Me.",
    "",
    "00:04 --> 00:05",
    "Ann Lee: He said: no.",
    "",
    "00:05 --> 00:06",
    "Bob: Question: why?",
    "",
  );
  expect(cues(text).map(([, , who, said]) => [who, said])).toEqual([
    ["Ann Lee", "Hello."],
    ["Ann Lee", "Who is that?"],
    ["Bob", "Me."],
    ["Ann Lee", "He said: no."],
    ["Bob", "Question: why?"],
  ]);
});

test("BAD: SRT cues with impossible or invalid times keep their words and report the line", () => {
  const { cues: read, problems } = parseTranscript(
    lines("1", "00:00:05,000 --> 00:00:02,000", "Back", "", "2", "later --> 00:00:09,000", "When"),
  );
  expect(read.map(({ start, end, text }) => [start, end, text])).toEqual([
    [5, null, "Back"],
    [null, 9, "When"],
  ]);
  expect(problems).toEqual([
    { line: 2, code: "ends-before-start" },
    { line: 6, code: "invalid-time", text: "later" },
  ]);
});

test("BAD: an SRT block without a time joins the one before and is reported", () => {
  const text = lines(
    "1",
    "00:00:01,000 --> 00:00:02,000",
    "One",
    "",
    "2",
    "broken",
    "two",
    "",
    "3",
    "00:00:05,000 --> 00:00:06,000",
    "Three",
  );
  const { cues: read, problems } = parseTranscript(text);
  expect(read.map(({ text: said }) => said)).toEqual(["One broken two", "Three"]);
  expect(problems).toEqual([{ line: 5, code: "missing-time" }]);
});

test("GOOD: WebVTT with header, notes, styles, regions, ids and settings", () => {
  const text = lines(
    "WEBVTT - a title",
    "Language: de-AT",
    "",
    "STYLE",
    "::cue { color: red }",
    "",
    "NOTE",
    "not said",
    "",
    "REGION",
    "id:a",
    "",
    "intro",
    "00:00.000 --> 00:01.000 align:start position:10%",
    "Hallo",
    "",
    "00:01.000 --> 00:02.000",
    "Welt",
  );
  expect(parseTranscript(text)).toMatchObject({ format: "vtt", language: "de-AT", problems: [] });
  expect(cues(text)).toEqual([
    [0, 1, null, "Hallo"],
    [1, 2, null, "Welt"],
  ]);
});

test("GOOD: WebVTT voices, two of them in one cue", () => {
  expect(
    cues(
      lines(
        "WEBVTT",
        "",
        "00:00.000 --> 00:04.000",
        "<v.loud Esme Ray>It’s blue!</v> <v Mary>No.",
        "It is <c.x>green</c>.",
      ),
    ),
  ).toEqual([
    [0, 4, "Esme Ray", "It’s blue!"],
    [null, 4, "Mary", "No. It is green."],
  ]);
});

test("GOOD: WebVTT with times in bare seconds, as Podnews writes them", () => {
  expect(cues(lines("WEBVTT", "", "0.860 --> 7.380", "It's the news"))).toEqual([
    [0.86, 7.38, null, "It's the news"],
  ]);
});

test("GOOD: WebVTT with times of words", () => {
  const [cue] = parseTranscript(
    lines(
      "WEBVTT",
      "",
      "00:00:00.160 --> 00:00:02.000",
      "the<00:00:00.400><c> following</c><00:00:00.900><c> is</c>",
    ),
  ).cues;
  expect(cue).toMatchObject({
    text: "the following is",
    words: [
      [4, 0.4],
      [14, 0.9],
    ],
  });
});

test("GOOD: a NOTE in the middle of a sentence is a word", () => {
  expect(cues(lines("WEBVTT", "", "00:00.000 --> 00:01.000", "NOTEWORTHY", "NOTE that"))).toEqual([
    [0, 1, null, "NOTEWORTHY NOTE that"],
  ]);
});

test("BAD: WebVTT that breaks off in a timing line keeps the cues before it", () => {
  expect(cues(lines("WEBVTT", "", "00:00.000 --> 00:01.000", "One", "", "00:01.0"))).toEqual([
    [0, 1, null, "One 00:01.0"],
  ]);
});
