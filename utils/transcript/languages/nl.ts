import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";

/** Dutch. */
export const dutch: Language = {
  ...UNKNOWN_LANGUAGE,
  tag: "nl",
  hesitations: new Set(["eh", "ehm", "uh", "uhm"]),
};
