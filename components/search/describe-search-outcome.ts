import { describeFailure } from "../ui/describe-failure.ts";
import { t } from "../ui/i18n.ts";
import type { SearchOutcome } from "./search-state.ts";

/** Words the outcome of an action in the search. */
export function describeSearchOutcome(outcome: SearchOutcome): string {
  switch (outcome) {
    case "quoteCopied":
      return t("quoteCopied");
    case "linkCopied":
      return t("quote.linkCopied");
    case "quoteSaved":
      return t("quote.saved");
    case "copyRefused":
      return t("copyRefused");
    default:
      return describeFailure(outcome);
  }
}
