import { describe, expect, it } from "vitest";
import { loadEnglishMessages } from "../../../../utils/cli/english-messages.ts";
import type { Evidence } from "../../../../utils/transcript/model/evidence.ts";
import type { ParseProblem } from "../../../../utils/transcript/model/parse-problem.ts";
import { describeEvidence } from "../../../../utils/transcript/wording/describe-evidence.ts";
import {
  describeCaptionsProblem,
  describeChapterNote,
  describeProblem,
} from "../../../../utils/transcript/wording/describe-problem.ts";

const translate = await loadEnglishMessages();
const NAME = { name: "PyMC", source: "notes" } as const;

/** One of each rule: a rule without an entry, or an entry without a rule, is a type error. */
const EVIDENCE: { [rule in Evidence["rule"]]: [Extract<Evidence, { rule: rule }>, string] } = {
  edited: [{ rule: "edited" }, "Edited by hand."],
  reader: [{ rule: "reader" }, "You corrected this."],
  "caption-repeat": [{ rule: "caption-repeat" }, "The captions show these words twice."],
  "line-join": [{ rule: "line-join" }, "Two lines were joined here without a space."],
  "missing-space": [{ rule: "missing-space" }, "A space is missing after a punctuation mark."],
  "glued-words": [
    { rule: "glued-words", name: "ofdata" },
    "“ofdata” is not a word, but both of its parts are.",
  ],
  hesitation: [{ rule: "hesitation" }, "A sound of hesitation."],
  repeat: [{ rule: "repeat" }, "Said twice."],
  filler: [{ rule: "filler", name: "you know" }, "The filler “you know” adds nothing here."],
  lost: [{ rule: "lost" }, "Words are missing in the source here."],
  misheard: [
    { rule: "misheard", ...NAME, source: "glossary" },
    "“PyMC” is often misheard like this, according to the show’s glossary.",
  ],
  spelling: [
    { rule: "spelling", ...NAME, source: "speakers" },
    "Spelled “PyMC” in the episode’s list of speakers.",
  ],
  sound: [{ rule: "sound", ...NAME }, "Sounds like “PyMC”, from the show notes."],
  "sound-near": [
    { rule: "sound-near", ...NAME, near: "model" },
    "Sounds like “PyMC”, from the show notes, next to “model”.",
  ],
  "sound-in-term": [
    { rule: "sound-in-term", ...NAME, near: "PyMC labs" },
    "Sounds like “PyMC” in “PyMC labs”, from the show notes.",
  ],
};

const PROBLEMS: { [code in ParseProblem["code"]]: string } = {
  "text-before-time": "The text before the first time was left out.",
  "invalid-time": "“soon” is not a time.",
  "ends-before-start": "A cue ends before it starts.",
  "missing-time": "A cue has no time.",
  "missing-words": "Words are missing here: the line is broken.",
  "empty-time": "No words follow this time.",
  "empty-segment": "Segment 7 has no words.",
  truncated: "The file breaks off here.",
  "invalid-json": "This is not valid JSON.",
  "too-large": "The file is too large to be a transcript.",
  "not-text": "This is not a text file.",
  empty: "The file has no words.",
};

describe("in words", () => {
  it.each(Object.values(EVIDENCE))("evidence %j", (evidence, sentence) =>
    expect(describeEvidence(evidence, translate)).toBe(sentence),
  );

  it.each(Object.entries(PROBLEMS))("the problem %s", (code, sentence) => {
    const problem = { line: 1, code, text: "soon", segment: 7 } as ParseProblem;
    expect(describeProblem(problem, translate)).toBe(sentence);
  });

  it.each([
    ["out-of-order", "Its time contradicts the order of the chapters."],
    ["not-found", "The talk turns to it nowhere near its time."],
    ["off", "Published as 2:15; the talk turns to it at 2:40."],
    [undefined, ""],
  ] as const)("the chapter note %s", (note, sentence) =>
    expect(describeChapterNote({ ...(note && { note }), published: 135, seconds: 160 }, translate)).toBe(
      sentence,
    ),
  );

  it.each([
    [{ code: "exact" }, "This transcript has exact times of its own."],
    [{ code: "other-talk", percent: 4 }, "The captions are of another talk: only 4% of the words match."],
    [{ code: "untimed" }, "The captions have no times."],
  ] as const)("the captions' problem %j", (problem, sentence) =>
    expect(describeCaptionsProblem(problem, translate)).toBe(sentence),
  );
});
