import type { Failure } from "../../../utils/shared/result.ts";
import { describeFailure } from "../../ui/describe-failure.ts";
import { t } from "../../ui/i18n.ts";
import type { VideoPorts } from "./video-ports.ts";

interface Props {
  reason: Failure;
  video: VideoPorts;
  onRetry: () => void;
}

/** Says why a video's transcript could not be loaded, and what the reader can do. */
export function CaptionsNotice({ reason, video, onRetry }: Props) {
  const { retryAt } = video.state.value;
  const openOwn = IS_READABLE_BY_HAND.has(reason) ? video.findOwnTranscript() : null;
  return (
    <div class="notice" role="alert">
      <p>
        {reason === "captions-refused" && retryAt !== null
          ? t("videoCaptions.refusedUntil", { time: formatClockTime(retryAt) })
          : describeFailure(reason)}
      </p>
      <div class="actions">
        <button type="button" onClick={onRetry}>
          {t("tryAgain")}
        </button>
        {openOwn && (
          <button type="button" onClick={openOwn}>
            {t("videoCaptions.openOwn")}
          </button>
        )}
        {video.watchUrl && (
          <a href={video.watchUrl} target="_blank" rel="noreferrer">
            {t("videoCaptions.openVideo")}
          </a>
        )}
      </div>
    </div>
  );
}

/** Failures of videos that have captions, or may have. */
const IS_READABLE_BY_HAND: ReadonlySet<Failure> = new Set<Failure>([
  "captions-withheld",
  "captions-refused",
  "captions-slow",
  "captions-language",
  "captions-incomplete",
  "youtube-changed",
]);

const formatClockTime = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString([t("language")], { timeStyle: "short" });
