import { i18n } from "#i18n";
import { spokenTime } from "../../utils/transcript/clock.ts";

/** What was asked for before, by key: under a page whose extension was updated, Chromium answers no more (156). */
const known = new Map<string, string>();

/** The words of the interface in the browser's language, by their key in `assets/locales/`. */
export const t = ((...asked: Parameters<typeof i18n.t>) => {
  const [key] = asked as unknown as [string];
  try {
    const words = i18n.t(...asked);
    known.set(key, words);
    return words;
  } catch {
    return known.get(key) ?? "";
  }
}) as typeof i18n.t;

// What may be seen for the first time when the extension is gone.
for (const key of ["reloadPage", "close", "find.none", "copyRefused", "panel.follow", "language"] as const)
  t(key);

/** A time for ears, in the language of the interface; one that is not exact says "about". */
export function timeForEars(seconds: number, isAbout = false): string {
  const time = spokenTime(seconds, t("language") || "en");
  return isAbout ? t("about", { time }) : time;
}
