import { t } from "./i18n.ts";

/** Units of sizes, with the bytes of one of each. */
const SIZE_UNITS = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
  ["byte", 1],
] as const;

/** Writes a size in the reader's language: "640 bytes", "12.3 kB", "1.2 GB". */
export function formatSize(bytes: number): string {
  const [unit, unitBytes] = SIZE_UNITS.find(([, size]) => bytes >= size) ?? SIZE_UNITS.at(-1)!;
  return new Intl.NumberFormat(t("language"), {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: 1,
  }).format(bytes / unitBytes);
}
