import { resolve } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/**
 * Resolves a path from the folder in which npm was called. npm runs scripts in the project's folder and sets INIT_CWD
 * (https://docs.npmjs.com/cli/v11/commands/npm-run).
 */
export const resolveCallerPath = (path: string): string =>
  resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Prints a message to standard error and exits with a code. */
export function fail(message: string, code = 1): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const READ_ERROR_REASONS: { [code: string]: string } = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** Says why a file can't be read. */
export function describeReadError(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return READ_ERROR_REASONS[code ?? ""] ?? message ?? String(error);
}

/** Parses the options and arguments of a command. A wrong one prints the usage and exits with code 2. */
export function parseOptions<T extends ParseArgsOptionsConfig>(config: T, usage: string) {
  if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options: config, allowPositionals: true, strict: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}
