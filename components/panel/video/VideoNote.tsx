import { Menu } from "../../ui/Menu.tsx";
import { t } from "../../ui/i18n.ts";
import type { CaptionTrack } from "../../../utils/sources/youtube/video-facts.ts";
import type { VideoState } from "./video-ports.ts";

interface Props {
  state: VideoState;
  onLanguageChange: (language: string) => void;
}

/** Names the language of the transcript where there are others, and tells that the text is not cleaned yet. */
export function VideoNote({ state, onLanguageChange }: Props) {
  const { choices, language, isDraft } = state;
  const hasChoice = language !== null && choices.some((choice) => choice.language !== language);
  return (
    <>
      {hasChoice && (
        <div class="note language">
          {t("videoCaptions.inLanguage", { language: describeLanguage(language) })}
          {" · "}
          <Menu icon="more" label={t("videoCaptions.choose")} text={t("videoCaptions.change")}>
            {(select) =>
              choices.map((choice) => (
                <button
                  key={choice.language}
                  type="button"
                  lang={choice.language}
                  aria-pressed={choice.language === language}
                  onClick={select(() => onLanguageChange(choice.language))}
                >
                  {describeTrack(choice)}
                </button>
              ))
            }
          </Menu>
        </div>
      )}
      {isDraft && <p class="note">{t("videoCaptions.draft")}</p>}
    </>
  );
}

const describeTrack = ({ language, kind }: CaptionTrack): string =>
  kind === "automatic"
    ? t("videoCaptions.automatic", { language: describeLanguage(language) })
    : describeLanguage(language);

/** A language by its name in the language of the interface; its tag where it has none. */
function describeLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([t("language")], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
