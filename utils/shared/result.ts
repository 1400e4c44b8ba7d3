/**
 * Success or failure as data, because errors do not survive every message channel. The reason is a code, which the
 * interface words.
 */
export type Result<T> = { ok: true; value: T } | { ok: false; reason: Failure };

/** Why something failed. */
export type Failure =
  /** A file of the library is not in the package. */
  | "library-missing"
  /** A file of the library cannot be parsed. */
  | "library-broken"
  /** The library has no such episode. */
  | "no-episode"
  /** The extension was updated, reloaded or removed while the page was open. */
  | "extension-gone"
  /** Saved quotes were written by a later version of Earmark. */
  | "quotes-newer"
  /** The store of saved quotes cannot be opened. */
  | "quotes-broken"
  /** The reader's own episodes were written by a later version of Earmark. */
  | "episodes-newer"
  /** The store of the reader's own episodes cannot be opened, or is damaged. */
  | "episodes-broken"
  /** The disk, or the browser's quota, is full. */
  | "disk-full"
  /** The browser refused the operation. */
  | "refused"
  | CaptionsFailure;

/** Why a video's captions could not be had. */
export type CaptionsFailure =
  /** The video has none. */
  | "captions-none"
  /** YouTube answered with nothing, although there are captions. */
  | "captions-withheld"
  /** YouTube refuses requests for a while. */
  | "captions-refused"
  /** YouTube did not answer in time. */
  | "captions-slow"
  /** YouTube answered in another language than was asked for. */
  | "captions-language"
  /** YouTube answered with the beginning only. */
  | "captions-incomplete"
  /** YouTube answered with another video's, or the page went to another video meanwhile. */
  | "captions-stale"
  /** The video is live, or about to be. */
  | "video-live"
  /** The video is for members, or for adults who are signed in. */
  | "video-restricted"
  | "offline"
  /** YouTube's pages or answers are not as they were. */
  | "youtube-changed";

export const toSuccess = <T>(value: T): Result<T> => ({ ok: true, value });
export const toFailure = (reason: Failure): { ok: false; reason: Failure } => ({ ok: false, reason });
