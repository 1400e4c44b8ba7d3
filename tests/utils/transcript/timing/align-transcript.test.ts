import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Cue, Paragraph, Transcript } from "../../../../utils/transcript/model/transcript.ts";
import { applyTimeSources } from "../../../../utils/transcript/timing/apply-time-sources.ts";
import { alignTranscript } from "../../../../utils/transcript/timing/align/align-transcript.ts";
import { toNumberWords } from "../../../../utils/transcript/languages/english/number-words.ts";
import { getSpeechRules } from "../../../../utils/transcript/languages/speech-rules.ts";
import { tokenizeTexts } from "../../../../utils/transcript/timing/align/tokenize-texts.ts";
import { alignTokens } from "../../../../utils/transcript/timing/align/align-tokens.ts";
import { interpolateSeconds } from "../../../../utils/transcript/model/text-position.ts";

const tokens = (text: string) => tokenizeTexts(text.split(" "), getSpeechRules("en")).words.join(" ");

test.each([
  ["25", "twenty five"],
  ["2014", "twenty fourteen"],
  ["2005", "two thousand five"],
  ["1906", "nineteen oh six"],
  ["600,000", "six hundred thousand"],
  ["99.9", "ninety nine point nine"],
  ["19th", "nineteenth"],
  ["30th", "thirtieth"],
  ["8th", "eighth"],
  ["0", "zero"],
  ["007", "zero zero seven"],
  ["word", undefined],
  ["4x", undefined],
])("%s is said %s", (digits, words) => expect(toNumberWords(digits)?.join(" ")).toBe(words));

test.each([
  ["“Don’t!” he said.", "dont he said"],
  ["fast.ai", "fast ai"],
  ["state-of-the-art", "state of the art"],
  ["Um, uh, hmm, yes", "yes"],
  ["99.9 %", "ninety nine point nine"],
  ["Café", "cafe"],
  ["R & D", "r and d"],
  ["深度学习", "深 度 学 习"],
  ["— …", ""],
])("%s is compared as %s", (text, compared) => expect(tokens(text)).toBe(compared));

/** Pairs as text: "=" for the same word, "~" for a similar sound, "/" for another word. */
const aligned = (a: string, b: string) => {
  const [ours, theirs] = [a.split(" "), b.split(" ")];
  return alignTokens(ours, theirs)
    .map(({ a: i, b: j, weight }) => `${ours[i]}${weight === 1 ? "=" : weight ? "~" : "/"}${theirs[j]}`)
    .join(" ");
};

describe("two transcripts of the same words", () => {
  it.each([
    ["the same", "a b c d e f", "a b c d e f", "a=a b=b c=c d=d e=e f=f"],
    [
      "another word",
      "we see cats here now",
      "we see dogs here now",
      "we=we see=see cats/dogs here=here now=now",
    ],
    [
      "a word that sounds alike",
      "then came karpathy to us",
      "then came carpathy to us",
      "then=then came=came karpathy~carpathy to=to us=us",
    ],
    ["an inserted word", "we saw it all", "we saw big it all", "we=we saw=saw it=it all=all"],
    ["a missing word", "we saw big it all", "we saw it all", "we=we saw=saw it=it all=all"],
    ["two words as one", "the imagenet data", "the image net data", "the=the imagenet=image data=data"],
    [
      "one word as two",
      "the image net data",
      "the imagenet data",
      "the=the image=imagenet net=imagenet data=data",
    ],
    ["nothing of ours", "", "a b c", "/a"],
  ])("%s", (_, a, b, pairs) => expect(aligned(a, b)).toBe(pairs));

  const words = (from: number, count: number) => Array.from({ length: count }, (_, k) => `word${from + k}`);
  const shifts = (a: string[], b: string[]) => new Map(alignTokens(a, b).map(({ a: i, b: j }) => [i, j]));

  it("skips a long insertion in the second", () => {
    const found = shifts(words(0, 2000), [...words(0, 1000), ...words(9000, 700), ...words(1000, 1000)]);
    expect([found.get(999), found.get(1000), found.get(1999)]).toEqual([999, 1700, 2699]);
  });
  it("skips a long insertion in the first", () => {
    const found = shifts([...words(0, 1000), ...words(9000, 700), ...words(1000, 1000)], words(0, 2000));
    expect([found.get(999), found.get(1700)]).toEqual([999, 1000]);
    expect(
      Array.from({ length: 700 }, (_, k) => found.get(1000 + k)).filter((at) => at !== undefined),
    ).toEqual([]);
  });
  it("aligns a repeated teaser with the place where it belongs", () => {
    const talk = words(0, 1500);
    const found = shifts([...talk.slice(700, 760), ...talk], talk);
    expect([found.get(60), found.get(760), found.get(1559)]).toEqual([0, 700, 1499]);
  });
  it("does not jump to a few equal words elsewhere", () => {
    const b = words(0, 1000);
    const a = [...b];
    a.splice(500, 4, "other0", "other1", "other2", "other3");
    b.splice(620, 0, "other0", "other1", "other2", "other3");
    const found = shifts(a, b);
    expect([found.get(499), found.get(504), found.get(615), found.get(620)]).toEqual([499, 504, 615, 624]);
  });
  it("returns ascending pairs of existing words", () => {
    const text = fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pairs = alignTokens(a, b);
        for (const [k, pair] of pairs.entries()) {
          expect(a[pair.a]).toBeDefined();
          expect(b[pair.b]).toBeDefined();
          const before = pairs[k - 1];
          if (before) expect(before.a < pair.a && before.b <= pair.b).toBe(true);
          if (pair.weight === 1 && a[pair.a] !== b[pair.b])
            expect([`${b[pair.b]}${b[pair.b + 1]}`, a[pair.a]]).toContain(a[pair.a]);
        }
      }),
    );
  });
});

const paragraph = (text: string): Paragraph => ({ speaker: null, text, times: [], changes: [] });
const untimed = (...texts: string[]): Transcript => ({
  episode: "x",
  timing: "none",
  language: "en",
  paragraphs: texts.map(paragraph),
});
const cue = (start: number | null, text: string): Cue => ({ text, start, end: null, speaker: null, line: 1 });
const SENTENCES = Array.from(
  { length: 40 },
  (_, k) =>
    `Number ${k} of our ${["small", "great", "odd", "plain"][k % 4]} sentences speaks of thing${k} and item${k * 7}.`,
);

describe("a transcript aligned with captions of the same recording", () => {
  const captions = SENTENCES.map((text, k) => cue(10 + k * 5, text.toLowerCase().replace(".", "")));
  const texts = Array.from({ length: 8 }, (_, k) => SENTENCES.slice(k * 5, k * 5 + 5).join(" "));
  const at = ({ paragraphs }: Transcript, index: number, words: string) =>
    interpolateSeconds(paragraphs, { paragraph: index, offset: paragraphs[index]!.text.indexOf(words) });

  it("gets their times and a confidence for each paragraph", () => {
    const { transcript, problem, share } = alignTranscript(untimed(...texts), captions);
    expect([transcript.timing, problem, share > 0.95]).toEqual(["aligned", null, true]);
    expect(transcript.paragraphs.map(({ times }) => times[0]![1])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((k) => 10 + 25 * k),
    );
    expect(at(transcript, 3, "Number 17 ")).toBe(10 + 17 * 5);
    expect(transcript.paragraphs.every(({ confidence }) => confidence! > 0.95)).toBe(true);
  });
  it("keeps correct times around an advertisement in the captions", () => {
    const advert = Array.from({ length: 15 }, (_, k) =>
      cue(110 + k * 6, `buy these ${k} mattresses with our code now`),
    );
    const late = captions.slice(20).map((later) => ({ ...later, start: later.start! + 90 }));
    const { transcript } = alignTranscript(untimed(...texts), [...captions.slice(0, 20), ...advert, ...late]);
    expect(at(transcript, 3, "Number 19 ")).toBe(105);
    expect(at(transcript, 4, "Number 20 ")).toBe(200);
  });
  it("keeps correct times around words that the captions lack, and gives those a low confidence", () => {
    const cut = [
      ...captions.slice(0, 10),
      ...captions.slice(25).map((c) => ({ ...c, start: c.start! - 75 })),
    ];
    const { transcript } = alignTranscript(untimed(...texts), cut);
    expect(at(transcript, 1, "Number 9 ")).toBe(55);
    // "Number" also starts the first sentence that was cut.
    expect(at(transcript, 5, "of our")).toBeGreaterThan(60);
    expect(at(transcript, 5, "of our")).toBeLessThan(62);
    const { times, confidence } = transcript.paragraphs[3]!;
    expect(times[0]![1]).toBeGreaterThanOrEqual(55);
    expect(times[0]![1]).toBeLessThan(62);
    expect(confidence).toBeLessThan(0.4);
  });
  it("uses times of single words", () => {
    const spoken = cue(10, SENTENCES[0]!.toLowerCase());
    spoken.words = [...spoken.text.matchAll(/\S+/g)].map(({ index }, k) => [index, 10 + k * 3]);
    const { transcript } = alignTranscript(untimed(`Well. ${SENTENCES[0]}`), [spoken]);
    expect(at(transcript, 0, "Number")).toBe(10);
  });
  it("stays the same for captions of another recording, with a problem", () => {
    const none = untimed(...texts);
    const other = Array.from({ length: 40 }, (_, k) =>
      cue(k * 5, `completely different words ${k * 31} altogether`),
    );
    expect(alignTranscript(none, other)).toMatchObject({
      transcript: none,
      problem: { code: "other-talk", percent: expect.any(Number) },
    });
    expect(alignTranscript(none, [cue(null, SENTENCES[0]!)]).problem).toEqual({ code: "untimed" });
    expect(alignTranscript(none, []).problem).toEqual({ code: "untimed" });
  });
  it("has a mark for each caption, but not for the words inside it", () => {
    const { transcript } = alignTranscript(untimed(texts[0]!.replaceAll(".", "")), captions.slice(0, 5));
    expect(transcript.paragraphs[0]!.times.map(([, seconds]) => seconds)).toEqual([10, 15, 20, 25, 30]);
  });
  it("has the problem as a remark when it is built with captions of another recording", () => {
    const other = [cue(0, "completely different words"), cue(5, "altogether in these captions")];
    const none = untimed(...texts);
    const { timing, remarks, paragraphs } = applyTimeSources(none, { captions: other });
    expect([timing, paragraphs]).toEqual(["none", none.paragraphs]);
    expect(remarks).toEqual([{ code: "other-talk", percent: 0 }]);
    expect(applyTimeSources(none, { captions }).timing).toBe("aligned");
  });
  it("stays the same when it has exact times", () => {
    const exact = { ...untimed(...texts), timing: "exact" as const };
    expect(alignTranscript(exact, captions).transcript).toBe(exact);
  });
});
