import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";

/** French. */
export const french: Language = {
  ...UNKNOWN_LANGUAGE,
  tag: "fr",
  hesitations: new Set(["euh", "heu", "hum"]),
};
