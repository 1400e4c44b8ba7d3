import { describe, expect, it } from "vitest";
import { getLanguage } from "../../../../utils/transcript/languages/get-language.ts";
import { getSpeechRules } from "../../../../utils/transcript/languages/speech-rules.ts";
import { getUnstressedWords } from "../../../../utils/transcript/languages/unstressed-words.ts";

describe("the rules of a language", () => {
  it.each([
    [undefined, "en"],
    ["en-US", "en"],
    ["DE-at", "de"],
    ["nl", "nl"],
    ["tlh", "und"],
  ])("of the tag %s are those of %s", (tag, expected) => expect(getLanguage(tag).tag).toBe(expected));

  it("of an unknown language change nothing", () => {
    const { hesitations, fillers, sentences, segments } = getLanguage("tlh");
    expect([hesitations.size, fillers, sentences, segments]).toEqual([0, null, null, null]);
    expect(getSpeechRules("tlh").toNumberWords("25")).toBeNull();
    expect(getUnstressedWords("tlh").size).toBe(0);
  });

  it("of English cover speech in all its regions", () => {
    expect(getSpeechRules("en-GB").toNumberWords("25")).toEqual(["twenty", "five"]);
    expect(getUnstressedWords("EN").has("the")).toBe(true);
  });

  it("of English punctuate with the base rate of no clue", () =>
    expect(getLanguage("en").sentences!.odds[""]).toEqual([expect.any(Number), expect.any(Number)]));
});
