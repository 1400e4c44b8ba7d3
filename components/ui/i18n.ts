import { i18n } from "#i18n";
import type { Translate } from "../../utils/transcript/wording/translate.ts";
import { formatSpokenTime, type TimeUnit } from "../../utils/transcript/model/clock-time.ts";

/**
 * What was asked for before, by key: under a page whose extension was updated, Chromium answers no more (156), and
 * every row of a long list asks for the same words.
 */
const messageCache = new Map<string, string>();

/** The words of the interface in the browser's language, by their key in `assets/locales/`. */
export const t = ((...asked: Parameters<typeof i18n.t>) => {
  const [key, ...filled] = asked as unknown as [string, ...unknown[]];
  const before = messageCache.get(key);
  if (before !== undefined && !filled.length) return before;
  try {
    const words = i18n.t(...asked);
    messageCache.set(key, words);
    return words;
  } catch {
    return before ?? "";
  }
}) as typeof i18n.t;

/** `t` for the functions of `utils/transcript/wording`, which know their keys themselves. */
export const translate = t as Translate;

// What may be seen for the first time when the extension is gone.
for (const key of ["reloadPage", "close", "find.none", "copyRefused", "panel.follow", "language"] as const)
  t(key);

const TIME_UNIT_MESSAGES = {
  hours: (count) => t("time.hours", count),
  minutes: (count) => t("time.minutes", count),
  seconds: (count) => t("time.seconds", count),
} satisfies { [unit in TimeUnit]: (count: number) => string };

/** A time as screen readers read it out, in the interface’s language: "about 12 minutes 34 seconds". */
export function describeTime(seconds: number, isApproximate = false): string {
  const time = formatSpokenTime(seconds, (unit, count) => TIME_UNIT_MESSAGES[unit](count));
  return isApproximate ? t("about", { time }) : time;
}
