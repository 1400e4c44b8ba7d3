import type { Failure } from "../../utils/shared/result.ts";
import { t } from "./i18n.ts";

/** A sentence for each failure, with what the reader can do. */
const FAILURE_SENTENCES: { [reason in Failure]: string } = {
  "library-missing": t("failure.missing"),
  "library-broken": t("failure.broken"),
  "no-episode": t("failure.noEpisode"),
  "extension-gone": t("failure.gone"),
  "quotes-newer": t("failure.quotesNewer"),
  "quotes-broken": t("failure.quotesBroken"),
  "episodes-newer": t("failure.episodesNewer"),
  "episodes-broken": t("failure.episodesBroken"),
  "disk-full": t("failure.full"),
  refused: t("failure.refused"),
  "captions-none": t("videoCaptions.none"),
  "captions-withheld": t("videoCaptions.withheld"),
  "captions-refused": t("videoCaptions.refused"),
  "captions-slow": t("videoCaptions.slow"),
  "captions-language": t("videoCaptions.language"),
  "captions-incomplete": t("videoCaptions.incomplete"),
  "captions-stale": t("videoCaptions.stale"),
  "video-live": t("videoCaptions.live"),
  "video-restricted": t("videoCaptions.restricted"),
  offline: t("videoCaptions.offline"),
  "youtube-changed": t("videoCaptions.changed"),
};

/** Words a failure for the reader. */
export const describeFailure = (reason: Failure): string => FAILURE_SENTENCES[reason];
