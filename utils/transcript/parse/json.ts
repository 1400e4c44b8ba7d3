import type { Problem } from "../model.ts";
import { lineCounter } from "./lines.ts";

/** Any object of a JSON file, before its fields are looked at. */
export type Json = { [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const stringOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A number, also one written as a string; null for anything else. */
export function numberOf(value: unknown): number | null {
  const n = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof n === "number" && Number.isFinite(n) ? n : null;
}

/** How many ends of objects are tried when a file breaks off. */
const TRIES = 60;
const ENDINGS = ["", "]}", "]", "}]}", "]}]}"];

/** Reads JSON; of a file that breaks off, what stands before the break, with a problem that says where. */
export function readJson(text: string): { value: unknown; problems: Problem[] } {
  // Python writes numbers that JSON does not have.
  const source = text
    .replace(/^\uFEFF/, "")
    .replace(/([:,[]\s{0,20})(?:NaN|-?Infinity)(?=\s*[,}\]])/g, "$1null");
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch {
    const line = lineCounter(source);
    let end = source.lastIndexOf("}");
    for (let i = 0; i < TRIES && end > 0; i++, end = source.lastIndexOf("}", end - 1)) {
      for (const ending of ENDINGS) {
        try {
          const value: unknown = JSON.parse(source.slice(0, end + 1) + ending);
          return { value, problems: [{ line: line(end), message: "The file breaks off here." }] };
        } catch {
          continue; // The next guess at how the file would have ended.
        }
      }
    }
    return { value: null, problems: [{ line: 1, message: "This is no readable JSON." }] };
  }
}

/** A pattern on the first characters is enough to choose a parser; the file itself may be broken. */
export const looksLikeJson = (text: string) => /^\uFEFF?\s*[[{]/.test(text);
