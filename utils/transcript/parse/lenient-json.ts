import type { ParseProblem } from "../model/parse-problem.ts";
import { createLineLocator } from "./source-lines.ts";

/** An object of a JSON file whose fields are unchecked. */
export type JsonObject = { [key: string]: unknown };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const toJsonObjects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];
export const toStringOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Converts a number, or a string that is one; null for anything else. */
export function toNumberOrNull(value: unknown): number | null {
  const n = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof n === "number" && Number.isFinite(n) ? n : null;
}

/** At most this many ends of objects are tried in a file that breaks off. */
const MAX_REPAIR_ATTEMPTS = 60;
const REPAIR_ENDINGS = ["", "]}", "]", "}]}", "]}]}"];

/** Parses JSON. A file that breaks off is parsed up to the last whole object, with a problem for its line. */
export function parseLenientJson(text: string): { value: unknown; problems: ParseProblem[] } {
  // Python writes NaN and Infinity, which JSON lacks (https://docs.python.org/3/library/json.html#infinite-and-nan-number-values).
  const source = text
    .replace(/^\uFEFF/, "")
    .replace(/([:,[]\s{0,20})(?:NaN|-?Infinity)(?=\s*[,}\]])/g, "$1null");
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch {
    const line = createLineLocator(source);
    let end = source.lastIndexOf("}");
    for (let i = 0; i < MAX_REPAIR_ATTEMPTS && end > 0; i++, end = source.lastIndexOf("}", end - 1)) {
      for (const ending of REPAIR_ENDINGS) {
        try {
          const value: unknown = JSON.parse(source.slice(0, end + 1) + ending);
          return { value, problems: [{ line: line(end), code: "truncated" }] };
        } catch {
          continue; // Try the next ending.
        }
      }
    }
    return { value: null, problems: [{ line: 1, code: "invalid-json" }] };
  }
}

/** Whether a text starts like JSON. The file may be broken all the same. */
export const isJsonText = (text: string) => /^\uFEFF?\s*[[{]/.test(text);
