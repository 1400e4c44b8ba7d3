/**
 * Success or failure as data, for errors do not survive every message channel. The reason is a code; the words
 * for it are chosen where it is shown.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; reason: Failure };

/** Why something could not be had. */
export type Failure =
  /** A file of the library is not in the package. */
  | "library-missing"
  /** A file of the library can't be read. */
  | "library-broken"
  /** The library has no such episode. */
  | "no-episode"
  /** The extension was updated, reloaded or removed while the page was open. */
  | "extension-gone"
  /** Saved quotes were written by a later version of Earmark. */
  | "quotes-newer"
  /** Saved quotes can't be reached. */
  | "quotes-broken"
  /** There is no room left to write. */
  | "disk-full"
  /** The browser refused. */
  | "refused";

export const toSuccess = <T>(value: T): Result<T> => ({ ok: true, value });
export const toFailure = (reason: Failure): { ok: false; reason: Failure } => ({ ok: false, reason });
