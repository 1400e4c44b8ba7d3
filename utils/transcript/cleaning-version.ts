/** Raised when the same source gives another transcript. Transcripts that earlier versions made can be made again. */
export const CLEANING_VERSION = 1;
