import { expect, test } from "vitest";
import { tokenizeCues } from "../../../../utils/transcript/clean/tokens/token.ts";
import { parseTranscript } from "../../../../utils/transcript/parse/parse-transcript.ts";

test.each([
  ["Extremely early . Not as young", "Extremely early. Not as young"],
  ["I told you that , I don't know", "I told you that, I don't know"],
  ["the hesitations, , sorry", "the hesitations, sorry"],
  ["is done. . And so", "is done. And so"],
  ["he said “no” . Then", "he said “no”. Then"],
  [", how did I", "how did I"],
  ["C'est vrai ? Oui", "C'est vrai ? Oui"],
  ["it was ... fine – no", "it was ... fine – no"],
])("stops and commas that stand alone go to the word before: %j", (text, drafted) => {
  const pieces = tokenizeCues(parseTranscript(text).cues);
  expect(pieces.map((piece) => piece.text).join(" ")).toBe(drafted);
});
