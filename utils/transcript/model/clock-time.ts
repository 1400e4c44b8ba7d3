const pad = (n: number) => String(n).padStart(2, "0");
const splitTime = (seconds: number) => {
  const whole = Math.max(0, Math.floor(seconds));
  return { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60 };
};

/** `m:ss` under an hour, `h:mm:ss` above, rounded down, as YouTube writes it; an approximate time as `~m:ss`. */
export function formatTime(seconds: number, isApproximate = false): string {
  const { h, m, s } = splitTime(seconds);
  return `${isApproximate ? "~" : ""}${h ? `${h}:${pad(m)}` : m}:${pad(s)}`;
}

/** Formats a shift in time: "+1:30", "−0:05". */
export const formatTimeShift = (seconds: number): string =>
  `${seconds < 0 ? "−" : "+"}${formatTime(Math.round(Math.abs(seconds)))}`;

/** A unit of a spoken time. */
export type TimeUnit = "hours" | "minutes" | "seconds";

/** A time as it is read out: "1 hour 2 minutes 5 seconds". `say` words one unit, such as "2 minutes". */
export function formatSpokenTime(seconds: number, say: (unit: TimeUnit, count: number) => string): string {
  const { h, m, s } = splitTime(seconds);
  const units = [
    ["hours", h],
    ["minutes", m],
    ["seconds", s],
  ] as const;
  return units
    .filter(([unit, count]) => count || (unit === "seconds" && !h && !m))
    .map(([unit, count]) => say(unit, count))
    .join(" ");
}

/**
 * `HH:MM:SS.mmm` for captions.
 *
 * @param mark Precedes the milliseconds: "." in WebVTT (https://www.w3.org/TR/webvtt1/#webvtt-timestamp), "," in SubRip.
 */
export function formatTimestamp(seconds: number, mark: "." | ","): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const { h, m, s } = splitTime(ms / 1000);
  return `${pad(h)}:${pad(m)}:${pad(s)}${mark}${String(ms % 1000).padStart(3, "0")}`;
}

/**
 * Parses a clock time such as `1:02:03.5`, `02:03`, `12` or `1:02:03,5`.
 * It is lenient, because real files leave out hours, minutes or digits of the milliseconds.
 *
 * @returns Seconds; null for any other text.
 */
export function parseTime(text: string): number | null {
  const match = /^\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,:](\d{1,9}))?\s*$/.exec(text);
  if (!match) return null;
  const [, h, m, s, fraction] = match;
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s) + (fraction ? Number(`0.${fraction}`) : 0);
}
