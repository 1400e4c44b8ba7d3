import type { ParseProblem } from "../model/parse-problem.ts";
import { createLineLocator } from "./source-lines.ts";

/** Any object of a JSON file, before its fields are looked at. */
export type JsonObject = { [key: string]: unknown };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const toJsonObjects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];
export const toStringOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** A number, also one written as a string; null for anything else. */
export function toNumberOrNull(value: unknown): number | null {
  const n = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof n === "number" && Number.isFinite(n) ? n : null;
}

/** How many ends of objects are tried when a file breaks off. */
const MAX_REPAIR_ATTEMPTS = 60;
const REPAIR_ENDINGS = ["", "]}", "]", "}]}", "]}]}"];

/** Reads JSON; of a file that breaks off, what stands before the break, with a problem that says where. */
export function parseLenientJson(text: string): { value: unknown; problems: ParseProblem[] } {
  // Python writes numbers that JSON does not have.
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
          continue; // The next guess at how the file would have ended.
        }
      }
    }
    return { value: null, problems: [{ line: 1, code: "invalid-json" }] };
  }
}

/** A pattern on the first characters is enough to choose a parser; the file itself may be broken. */
export const isJsonText = (text: string) => /^\uFEFF?\s*[[{]/.test(text);
