import type { Result } from "../../utils/shared/result.ts";
import { describeFailure } from "./describe-failure.ts";
import { t } from "./i18n.ts";

/** Words the outcome of copying: `message`, or that the browser refused. */
export const describeCopy = (isCopied: boolean, message: string): string =>
  isCopied ? message : t("copyRefused");

/** Words the outcome of an action: `message`, or why it failed. */
export const describeOutcome = (result: Result<unknown>, message = ""): string =>
  result.ok ? message : describeFailure(result.reason);
