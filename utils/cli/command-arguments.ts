import { resolve } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** A path as the caller meant it: npm runs scripts in the project's folder and says where it was called from. */
export const resolveCallerPath = (path: string): string =>
  resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Prints a sentence to standard error and ends with the given code. */
export function fail(message: string, code = 1): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const READ_ERROR_REASONS: { [code: string]: string } = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** Why a file can't be read, in words. */
export function describeReadError(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return READ_ERROR_REASONS[code ?? ""] ?? message ?? String(error);
}

/** Reads the options and words of a command; a wrong one ends it with its usage and code 2. */
export function parseOptions<T extends ParseArgsOptionsConfig>(config: T, usage: string) {
  if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options: config, allowPositionals: true, strict: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}
