import type { Failure } from "../../utils/result.ts";

/** The sentence a reader gets for each failure, with a way on. */
const SENTENCES: { [reason in Failure]: string } = {
  "library-missing": "A file of Earmark’s library is missing. Installing Earmark again brings it back.",
  "library-broken": "A file of Earmark’s library is damaged. Installing Earmark again mends it.",
  "no-episode": "The library has no transcript of this episode any more.",
  "extension-gone": "Earmark was updated or switched off. Reload this page to go on.",
  refused: "The browser did not allow it.",
};

export const failureText = (reason: Failure): string => SENTENCES[reason];
