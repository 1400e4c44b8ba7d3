import { describe, expect, it } from "vitest";
import { matchesLanguage } from "../../../../utils/sources/youtube/detect-language.ts";

const ENGLISH = "the fox is small and it is what you have, that and the river with this ".repeat(5);
const GERMAN = "der fuchs ist nicht groß und das ist auch gut, ich mit dem fluss und wir ".repeat(5);
const JAPANESE = "きつねはちいさいです。川はひろいです。".repeat(5);
const CHINESE = "狐狸很小，河流很宽，今天我们谈狐狸。".repeat(5);

describe("the language of captions", () => {
  it.each([
    [ENGLISH, "en-GB", true],
    [ENGLISH, "nl", false],
    [GERMAN, "de", true],
    [GERMAN, "en", false],
    [JAPANESE, "ja", true],
    [JAPANESE, "en", false],
    [CHINESE, "zh-TW", true],
    [CHINESE, "ja", true],
    [ENGLISH, "ja", false],
    // Too short, or in a language whose words are not known.
    ["hello", "ja", true],
    ["lis jest mały a rzeka jest szeroka ".repeat(5), "pl", true],
  ])("is checked where it can be: %s in %s", (text, language, expected) =>
    expect(matchesLanguage(text, language)).toBe(expected),
  );
});
