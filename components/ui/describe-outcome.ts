import type { Result } from "../../utils/shared/result.ts";
import { describeFailure } from "./describe-failure.ts";
import { t } from "./i18n.ts";

/** What is said when something was copied, or the browser refused. */
export const describeCopy = (copied: boolean, words: string): string => (copied ? words : t("copyRefused"));

/** What is said when something was done, or why it was not. */
export const describeOutcome = (result: Result<unknown>, words = ""): string =>
  result.ok ? words : describeFailure(result.reason);
