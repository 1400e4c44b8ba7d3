import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";

/** Italian. */
export const italian: Language = {
  ...UNKNOWN_LANGUAGE,
  tag: "it",
  hesitations: new Set(["ehm", "eh"]),
};
