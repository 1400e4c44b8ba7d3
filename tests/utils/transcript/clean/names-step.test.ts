import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOrdinaryWordCheck } from "../../../../utils/transcript/clean/vocabulary/spoken-vocabulary.ts";
import { getLanguage } from "../../../../utils/transcript/languages/get-language.ts";
import { extractNames } from "../../../../utils/transcript/clean/names/extract-names.ts";
import {
  createPhoneticDistance,
  computePhoneticDistance,
  toPhonemes,
} from "../../../../utils/shared/phonetics.ts";
import { loadWordList } from "../../../../utils/library/build/subtlex-word-list.ts";
import { changesOf, cleaned, named, shown } from "./steps.ts";

const run = (text: string, names: Parameters<typeof named>[]) =>
  shown(cleaned(text, { names: names.map(([name, more]) => named(name, more)) }));

describe("names by their sound", () => {
  it.each([
    ["a company called in lytic was first", "Enlitic", "A company called Enlitic was first."],
    ["We use Pimc every day.", "PyMC", "We use PyMC every day."],
    ["A psychologist named Epping house did it.", "Ebbinghaus", "A psychologist named Ebbinghaus did it."],
    ["The NutPy sampler is fast.", "nutpie", "The nutpie sampler is fast."],
  ])("what is no word becomes the one name that sounds so: %s", (text, name, expected) =>
    expect(run(text, [[name]])).toBe(expected),
  );

  it.each([
    ["The patient has a certain disease.", "Bayesian"],
    ["He called his language by a name.", "Halide"],
    ["Every pixel of the image counts.", "sixel"],
    ["We used it again and again in July.", "Julia"],
    ["Bayesians and Bayesian ideas.", "Bayesian"],
    ["Use CIFAR 100 for this.", "CIFAR-10"],
    ["The YouTubers tried it for fun.", "YouTuber"],
  ])("ordinary words and right words stay: %s", (text, name) =>
    expect(changesOf(cleaned(text, { names: [named(name)] }), "names")).toEqual([]),
  );

  it("are not corrected from an ordinary word without evidence", () => {
    const names = [named("GANs", { near: ["adversarial"] })];
    expect(changesOf(cleaned("You get efficiency gains there.", { names }), "names")).toEqual([]);
  });

  it("are not chosen where two names would do", () =>
    expect(run("We met Karlin there.", [["Carlin"], ["Karlyn"]])).toBe("We met Karlin there."));

  it("replace an ordinary word next to a word that is elsewhere next to the name", () => {
    const text =
      "Bayesian inference is fun. I like Bayesian inference. Then patient inference came. A patient came, too.";
    expect(changesOf(cleaned(text, { names: [named("Bayesian")] }), "names")).toEqual([
      ["patient", "Bayesian"],
    ]);
  });

  it("record their evidence", () => {
    const [paragraph] = cleaned("We use Pimc here.", { names: [named("PyMC")] });
    expect(paragraph!.changes).toEqual([
      {
        at: 7,
        length: 4,
        heard: "Pimc",
        step: "names",
        why: { rule: "sound", name: "PyMC", source: "glossary" },
      },
    ]);
  });
});

describe("names by their letters", () => {
  it("get their own spelling; capitals alone are not recorded", () => {
    const paragraphs = cleaned("I like open AI and pytorch and image net.", {
      names: [named("OpenAI"), named("PyTorch"), named("ImageNet")],
    });
    expect(shown(paragraphs)).toBe("I like OpenAI and PyTorch and ImageNet.");
    expect(changesOf(paragraphs, "names")).toEqual([
      ["open AI", "OpenAI"],
      ["image net.", "ImageNet."],
    ]);
  });
  it("of ordinary words need a neighbor as evidence", () => {
    const torch = named("Torch", { near: ["framework"] });
    expect(
      shown(cleaned("He held a torch. In those days the framework torch was new.", { names: [torch] })),
    ).toBe("He held a torch. In those days the framework Torch was new.");
  });
  it("are corrected from known mishearings, with a neighbor where the glossary asks for one", () => {
    const perl = named("Perl", { heard: ["fell"], near: ["python"] });
    expect(
      shown(cleaned("Everything in python was fell. The man fell over the edge of it.", { names: [perl] })),
    ).toBe("Everything in python was Perl. The man fell over the edge of it.");
  });
  it("keep the punctuation and endings of the heard words", () =>
    expect(
      run("Was it “open AI’s” idea, or deep mine's?", [["OpenAI"], ["DeepMind", { heard: ["deep mine"] }]]),
    ).toBe("Was it “OpenAI’s” idea, or DeepMind's?"));
});

describe("people", () => {
  const people = [
    named("Lukas Biewald", { person: true, speaks: true }),
    named("Jeremy Howard", { person: true, speaks: true }),
  ];
  it("are recognized by their first names and the words after them", () =>
    expect(shown(cleaned("I'm your host, Lucas B. Wald. Thanks, Lucas.", { names: people }))).toBe(
      "I'm your host, Lukas Biewald. Thanks, Lukas.",
    ));
  it("are not made from function words", () =>
    expect(shown(cleaned("Jeremy, how are you? And Lucas but well.", { names: people }))).toContain(
      "Jeremy, how are you?",
    ));
  it("who do not speak have to sound more alike", () =>
    expect(
      shown(cleaned("You look at David Spi now.", { names: [named("David Haas", { person: true })] })),
    ).toBe("You look at David Spi now."));
});

describe("names from texts about the episode", () => {
  const { words, capitals } = loadWordList();
  const names = extractNames(
    {
      people: ["Julien Cornebise"],
      show: "Learning Bayesian Statistics",
      mentions: [],
      headlines: ["Understanding PAC Bayesian Theory", "Data Efficiency in AI"],
      notes: [
        "He worked with Amnesty International. Amnesty International found it, and DeepMind paid.",
        "Our theme music is by Baba Brinkman (feat MC Lars).",
      ],
    },
    {
      isOrdinary: createOrdinaryWordCheck(words, getLanguage().formation),
      isProper: (word) => capitals.has(word),
      showNameNeighbors: getLanguage().showNameNeighbors,
    },
  ).map(({ name }) => name);
  it("include people, phrases and words that are not ordinary", () =>
    expect(names).toEqual(
      expect.arrayContaining([
        "Julien Cornebise",
        "Bayesian",
        "Amnesty International",
        "DeepMind",
        "Brinkman",
      ]),
    ));
  it("exclude ordinary words that are capitalized in a headline only", () =>
    expect(names).not.toEqual(expect.arrayContaining(["Data", "Efficiency", "Theory", "Understanding"])));
});

describe("phonetic distance", () => {
  const apart = (a: string, b: string) => computePhoneticDistance(toPhonemes(a), toPhonemes(b));
  it.each([
    ["pi torch", "PyTorch"],
    ["Carpathi", "Karpathy"],
    ["Lucas", "Lukas"],
    ["NutPy", "nutpie"],
  ])("%s and %s are the same", (a, b) => expect(apart(a, b)).toBe(0));
  it("is symmetric, zero for equal words and large for different ones", () => {
    expect(apart("in lytic", "Enlitic")).toBeCloseTo(apart("Enlitic", "in lytic"));
    expect(apart("so far 10", "so far 10")).toBe(0);
    expect(apart("hello", "Kaggle")).toBeGreaterThan(0.4);
    expect(apart("CIFAR-10", "CIFAR-100")).toBeGreaterThan(0.4);
  });
  it("is the same whether words are compared one by one or in a batch", () => {
    const sounds = fc.string({ unit: fc.constantFrom(..."abknstT1é"), maxLength: 9 });
    const asked = fc.array(fc.tuple(sounds, fc.constantFrom(0.1, 0.25, 0.34, Infinity)), { maxLength: 40 });
    fc.assert(
      fc.property(sounds, asked, fc.boolean(), (one, all, isSorted) => {
        const distance = createPhoneticDistance(one);
        for (const [other, most] of isSorted ? all.toSorted() : all) {
          const found = distance(other, most);
          const alone = computePhoneticDistance(other, one);
          if (alone <= most) expect(found).toBe(alone);
          else expect(found).toBeGreaterThan(most);
        }
      }),
    );
  });
});
