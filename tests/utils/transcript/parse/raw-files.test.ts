import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";
import { CLEANING_STEPS } from "../../../../utils/transcript/clean/clean-cues.ts";
import { makeTranscript } from "../../../../utils/transcript/make-transcript.ts";
import { getHeardText } from "../../../../utils/transcript/model/heard-text.ts";

const raw = (id: string) =>
  readFileSync(join(import.meta.dirname, `../../../../assets/library/transcripts/${id}.txt`));

describe("the raw files", () => {
  it("000: separates notes, reads marks as times and marks lost words", () => {
    const { format, cues, notes, problems } = parseTranscript(raw("lbs-071"));
    expect({ format, count: problems.length }).toEqual({ format: "minute-marks", count: 65 });
    expect(problems[0]).toEqual({ line: 19, code: "missing-words" });
    expect(notes[0]).toBe(
      "Proudly sponsored by PyMC Labs, the Bayesian Consultancy. Book a call, or get in touch!",
    );
    expect(notes.at(-1)).toMatch(/^Please note that the following transcript/);
    expect(cues[0]!.text).toMatch(/^Ju Car Ju is an honorary/);
    expect(cues.filter((cue) => cue.brokenMark)).toHaveLength(59);
    expect(cues.filter((cue) => cue.start !== null).map((cue) => cue.start)).toEqual([540, 960, 1020]);
    const at = cues.findIndex((cue) => cue.text === "rchitecture to identify tear");
    expect(cues[at]).toMatchObject({ lost: true, paragraph: true });
    expect(cues[at + 1]).toMatchObject({ lost: true, brokenMark: true });
    expect(cues[at + 1]!.text).toMatch(/^Welcome to Learning/);
    const years = cues.filter((cue, i) => cue.lost && !cue.brokenMark && cues[i - 1]?.line === cue.line);
    expect(years.map((cue) => cue.text.slice(0, 12))).toEqual([
      "The first tw",
      "We knew that",
      "For to aid d",
      "Gets Twitter",
      "Now we're ac",
      "Absolutely a",
    ]);
    const whole = cues.find((cue) => cue.text === "Yeah, I was blown away.");
    expect(whole).not.toHaveProperty("lost");
  });

  it("001: 712 cues from 5 s on, the last one broken off", () => {
    const { format, cues, problems } = parseTranscript(raw("lbs-129"));
    expect({ format, problems, count: cues.length }).toEqual({
      format: "numbered-text",
      problems: [],
      count: 712,
    });
    expect(cues[0]).toMatchObject({
      start: 5,
      text: expect.stringMatching(/^Today I am excited .* for science\.$/),
    });
    expect(cues.at(-1)).toMatchObject({ start: 3613, text: expect.stringMatching(/solid foundation$/) });
  });

  it("002 and 004: lines without times", () => {
    expect(parseTranscript(raw("gradient-dissent-2023-01-05"))).toMatchObject({
      format: "plain",
      problems: [],
    });
    expect(parseTranscript(raw("twiml-008")).cues).toHaveLength(671);
  });

  it("numbered speakers are labels without times as well, glued to their words or alone on their line", () => {
    const { format, cues } = parseTranscript(
      "Speaker 0 :is it so\nor not\n\nSpeaker 1 :\nYes it is.\nSpeaker 0 : Good.\n",
    );
    expect(format).toBe("plain");
    expect(cues.map(({ speaker, text }) => [speaker, text])).toEqual([
      ["Speaker 0", "is it so"],
      ["Speaker 0", "or not"],
      ["Speaker 1", "Yes it is."],
      ["Speaker 0", "Good."],
    ]);
  });

  it("003: reads blocks with a time, drops empty turns and finds ranges that lost a space", () => {
    const { format, cues } = parseTranscript(raw("lex-fridman-035"));
    expect(format).toBe("labelled-text");
    expect(cues[0]).toMatchObject({ start: 0, speaker: "Speaker 0" });
    expect(cues.every((cue) => cue.text)).toBe(true);
    expect(cues.flatMap((cue) => cue.joins ?? []).filter(({ certain }) => certain)).toHaveLength(657);
  });
});

test("never throws, and keeps all words it reads", () => {
  const check = (source: string | Uint8Array) => {
    const parsed = parseTranscript(source);
    expect(parsed.cues.length + parsed.problems.length).toBeGreaterThan(0);
    for (const cue of parsed.cues) {
      expect(cue.text.trim()).toBe(cue.text);
      expect(cue.text).not.toBe("");
      for (const time of [cue.start, cue.end]) expect(time === null || Number.isFinite(time)).toBe(true);
    }
    for (const { line, code } of parsed.problems) expect([line >= 1, typeof code]).toEqual([true, "string"]);
  };
  const samples = [
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hi</v>\n",
    '{"segments":[{"body":"a","startTime":1}]}',
    '{"events":[{"tStartMs":1,"segs":[{"utf8":"a"}]}]}',
    '<timedtext><body><p t="1"><s>a</s></p></body></timedtext>',
    '<tt><body><p begin="1s">a</p></body></tt>',
    "<cite>A:</cite><time>0:01</time><p>b</p>",
    "1\n:\n00:00:01\nwords\n",
    "0:00:01\nSpeaker 0 :words\n",
    "[00:01:00] a [: b [:c [:d",
  ];
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check));
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), check));
  const broken = fc.tuple(fc.constantFrom(...samples), fc.nat(80), fc.nat(20), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(broken, ([sample, at, length, put]) =>
      check(sample.slice(0, at) + put + sample.slice(at + length)),
    ),
    { numRuns: 2000 },
  );
});

/** Words as the undoing of changes has to give them back. */
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

test("undoing every Change restores the heard words, whichever steps ran", () => {
  const known = {
    episode: "x",
    language: "en",
    durationSeconds: null,
    names: [],
    words: new Map([
      ["of", 9e6],
      ["the", 9e6],
      ["and", 9e6],
      ["which", 9e5],
      ["data", 9e4],
      ["model", 9e4],
    ]),
  };
  const word = fc.constantFrom(
    "ofdata",
    "themodel",
    "data",
    "a",
    "Model.",
    "andthe",
    "dataof",
    "xyz",
    "of",
    "which",
  );
  const cue = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(" ")),
    start: fc.option(fc.nat(9000)),
    end: fc.constant(null),
    speaker: fc.constantFrom(null, "Ann", "Speaker 1"),
    line: fc.constant(1),
  });
  const skips = fc.subarray(CLEANING_STEPS.map(({ name }) => name));
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 40 }), fc.boolean(), skips, (cues, lost, skip) => {
      const source = cues.map((c, i) => (lost && i % 3 === 1 ? { ...c, lost: true as const } : c));
      const made = makeTranscript(
        { format: "plain", cues: source, problems: [], notes: [], language: null },
        known,
        skip,
      );
      expect(words(made.paragraphs.map(getHeardText).join(" "))).toEqual(
        words(source.map((c) => c.text).join(" ")),
      );
      const seconds = made.paragraphs.flatMap(({ times }) => times.map(([, s]) => s));
      expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
      for (const { text, times, changes } of made.paragraphs) {
        expect(times.map(([at]) => at)).toEqual(times.map(([at]) => at).toSorted((a, b) => a - b));
        for (const { at, length, step, why } of changes) {
          expect(at + length).toBeLessThanOrEqual(text.length);
          expect([step, why.rule]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
        }
      }
    }),
  );
});
