import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { UNKNOWN_LANGUAGE, type Language } from "./language.ts";
import { dutch } from "./nl.ts";

const LANGUAGES = new Map(
  [english, german, french, spanish, dutch, italian].map((language) => [language.tag, language]),
);

/**
 * The rules of a language by its BCP 47 tag. English where no tag is given.
 *
 * @example
 * getLanguage("de-AT").tag; // "de"
 */
export const getLanguage = (tag = "en"): Language =>
  LANGUAGES.get(tag.toLowerCase().split("-")[0]!) ?? UNKNOWN_LANGUAGE;
