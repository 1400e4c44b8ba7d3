import type { Evidence } from "../../model/evidence.ts";
import type { VisibleToken } from "../tokens/visible-tokens.ts";

/** For each visible token the evidence for removing it; null for tokens that remain. */
export type FillerMarks = (Evidence | null)[];

/** Whether a token must remain: an earlier step corrected it, or words are lost before it. */
export const isFixed = ({ token, isAfterGap }: VisibleToken): boolean =>
  token.correction !== undefined || isAfterGap;

/** Whether two tokens have the same speaker. */
export const isSameSpeaker = (a: VisibleToken, b: VisibleToken): boolean =>
  a.token.speaker === b.token.speaker;
