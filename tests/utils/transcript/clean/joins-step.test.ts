import { describe, expect, it } from "vitest";
import { tokenizeCues } from "../../../../utils/transcript/clean/tokens/token.ts";
import { joinsStep } from "../../../../utils/transcript/clean/joins-step.ts";
import { loadWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import type { Cue, LineJoin } from "../../../../utils/transcript/model/transcript.ts";

const { words } = loadWordList();
const cue = (text: string, all: LineJoin[] = []): Cue => ({
  text,
  start: null,
  end: null,
  speaker: null,
  line: 1,
  joins: all,
});
const run = (text: string, all: LineJoin[] = [], names: string[] = []) =>
  joinsStep
    .run(tokenizeCues([cue(text, all)]), {
      words,
      names: names.map((name) => ({ name, source: "glossary" as const })),
    })
    .map((piece) => piece.text)
    .join(" ");
const within = (text: string, certain: boolean): LineJoin[] => [{ from: 1, to: text.length - 1, certain }];

describe("glued words", () => {
  it.each([
    ["the value ofeducational content", "the value of educational content"],
    ["a programmodel andthen", "a programmodel and then"],
  ])("are split without any help: %s", (text, expected) => expect(run(text)).toBe(expected));

  it.each([
    "a dataset of timestamps for autoregressive models",
    "Kaggle and Theano and DeepMind and PyTorch",
    "the youtuber was offline and asymmetric",
    "portability of hyperparameters in the workflow",
    "together today into another forthcoming island",
  ])("are not seen where there are none: %s", (text) => expect(run(text)).toBe(text));

  it("are split where the layout proves it, even if the whole is a word", () => {
    expect(run("it was awaste of time", within("it was awaste of time", true))).toBe(
      "it was a waste of time",
    );
    expect(run("you get themillington pattern", within("you get themillington pattern", true))).toBe(
      "you get the millington pattern",
    );
  });

  it("are split only if unknown where the layout merely allows it", () => {
    expect(run("breedsthat's a lot", within("breedsthat's a lot", false))).toBe("breeds that's a lot");
    expect(
      run("input and outcomes of AI portability", within("input and outcomes of AI portability", false)),
    ).toBe("input and outcomes of AI portability");
  });

  it("are not split inside names of the episode", () => {
    const text = "we use ofplan here";
    expect(run(text)).toBe("we use of plan here");
    expect(run(text, [], ["ofplan"])).toBe(text);
  });

  it("stay as they are without a word list", () => {
    const pieces = tokenizeCues([cue("the value ofeducational content")]);
    expect(joinsStep.run(pieces, { words: new Map(), names: [] })).toEqual(pieces);
  });

  it("are not split twice", () => {
    const once = joinsStep.run(tokenizeCues([cue("the value ofeducational content")]), { words, names: [] });
    expect(joinsStep.run(once, { words, names: [] })).toEqual(once);
  });
});
