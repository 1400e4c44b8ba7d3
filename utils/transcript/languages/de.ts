import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";

/** German; its commas follow the grammar and stay when a filler goes. */
export const german: Language = {
  ...UNKNOWN_LANGUAGE,
  tag: "de",
  hesitations: new Set(["äh", "ähm", "öh", "öhm", "hm"]),
  hasOptionalCommas: false,
};
