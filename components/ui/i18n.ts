import { i18n } from "#i18n";
import type { Translate } from "../../utils/transcript/wording/translate.ts";
import { formatSpokenTime, type TimeUnit } from "../../utils/transcript/model/clock-time.ts";

/**
 * Messages by key. Every row of a long list looks up the same ones, and after an update of the extension Chromium 156
 * answers no look-up from a page that is still open.
 */
const messageCache = new Map<string, string>();

/**
 * Looks up a message of `assets/locales/` in the browser's language.
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/i18n/getMessage
 */
export const t = ((...parameters: Parameters<typeof i18n.t>) => {
  const [key, ...substitutions] = parameters as unknown as [string, ...unknown[]];
  const cached = messageCache.get(key);
  if (cached !== undefined && !substitutions.length) return cached;
  try {
    const message = i18n.t(...parameters);
    messageCache.set(key, message);
    return message;
  } catch {
    return cached ?? "";
  }
}) as typeof i18n.t;

/** `t` for the functions of `utils/transcript/wording`, which know their keys themselves. */
export const translate = t as Translate;

// Messages that may first be shown after the extension context is invalidated.
for (const key of ["reloadPage", "close", "find.none", "copyRefused", "panel.follow", "language"] as const)
  t(key);

const TIME_UNIT_MESSAGES = {
  hours: (count) => t("time.hours", count),
  minutes: (count) => t("time.minutes", count),
  seconds: (count) => t("time.seconds", count),
} satisfies { [unit in TimeUnit]: (count: number) => string };

/**
 * A time as screen readers read it out, in the interface’s language: "about 12 minutes 34 seconds". The units are texts
 * of ours, because the first `Intl.DurationFormat` of a page takes Chromium 156 20 to 30 ms (2026-11).
 */
export function describeTime(seconds: number, isApproximate = false): string {
  const time = formatSpokenTime(seconds, (unit, count) => TIME_UNIT_MESSAGES[unit](count));
  return isApproximate ? t("about", { time }) : time;
}
