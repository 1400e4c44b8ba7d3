import { describe, expect, it } from "vitest";
import { changesOf, cleaned, shown } from "./steps.ts";

const run = (text: string, language = "en") => shown(cleaned(text, { language }));

describe("fillers", () => {
  it.each([
    ["It was a project with, uh, some friends.", "It was a project with some friends."],
    ["Um, I think so. It is, um, and I know it, fine.", "I think so. It is, and I know it, fine."],
    ["I, I was at the the store.", "I was at the store."],
    ["It's a, it's a good thing to to have.", "It's a good thing to have."],
    ["And if you, if you train a model, you see.", "And if you train a model, you see."],
    ["They have, like, known issues, you know, in there.", "They have known issues in there."],
    ["You need to like think about it.", "You need to think about it."],
    ["And, you know, I saw it, but, uh, there's more.", "And I saw it, but there's more."],
    [
      "It was, you know, great to write, you know, publish, you know, win.",
      "It was great to write, publish, win.",
    ],
    ["I I've done it and we we're glad.", "I've done it and we're glad."],
  ])("go: %s", (text, expected) => expect(run(text)).toBe(expected));

  it.each([
    "It is very, very good, and far far far away.",
    "She said “um” and the word um is short.",
    "I did it. It was fine.",
    "I wrote it it was short.",
    "Do you know what it is? As you know, you know enough.",
    "It looks like a cute photo, and I would like to go.",
    "I know that that is so.",
    "He went on and on and on.",
    "No, no, no. Yeah, yeah.",
    "I'm trying. I'm trying.",
    "Better and better and better.",
  ])("what means something stays: %s", (text) => expect(changesOf(cleaned(text), "fillers")).toEqual([]));

  it("depend on the language", () => {
    expect(run("Es geht um alles, äh, um Geld.", "de")).toBe("Es geht um alles, um Geld.");
    expect(run("C'est, euh, bien.", "fr")).toBe("C'est bien.");
  });

  it("are recorded with the space before them", () => {
    const [paragraph] = cleaned("So, uh, the the end.");
    expect(paragraph!.text).toBe("So, the end.");
    expect(paragraph!.changes).toMatchObject([{ at: 3, length: 0, heard: " uh, the" }]);
  });
});
