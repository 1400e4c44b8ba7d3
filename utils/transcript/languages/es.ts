import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";

/** Spanish. */
export const spanish: Language = {
  ...UNKNOWN_LANGUAGE,
  tag: "es",
  hesitations: new Set(["eh", "ehm", "mmm"]),
};
