import { afterEach, expect, it } from "vitest";
import { formatDay, getLocalDay } from "../../../components/quotes/local-day.ts";

const before = process.env["TZ"];
afterEach(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

it.each([
  ["Pacific/Auckland", "2026-11-26T12:30:00.000Z", "2026-11-27", "November 27, 2026"],
  ["America/Los_Angeles", "2026-11-26T03:30:00.000Z", "2026-11-25", "November 25, 2026"],
  ["UTC", "2026-01-05T23:59:00.000Z", "2026-01-05", "January 5, 2026"],
])("in %s %s is on %s", (zone, moment, day, text) => {
  process.env["TZ"] = zone;
  expect(getLocalDay(moment)).toBe(day);
  expect(formatDay(day, "en")).toBe(text);
});
