import type { CurrentTab } from "../../utils/extension/current-tab.ts";
import { Notice } from "../ui/Notice.tsx";
import { t } from "../ui/i18n.ts";

interface Props {
  /** Null until it is known. */
  tab: CurrentTab | null;
  isCurrentFirst: boolean;
  onCurrentFirstChange: (isFirst: boolean) => void;
  onAllow: (hosts: string[]) => void;
}

/** Tells what the page is that the popup was opened on. */
export function TabLine({ tab, isCurrentFirst, onCurrentFirstChange, onAllow }: Props) {
  if (!tab) return null;
  if (tab.kind === "withheld") {
    const { hosts } = tab;
    return (
      <Notice
        text={t("popup.withheld", { hosts: hosts.join(", ") })}
        action={{
          label: hosts.length === 1 ? t("popup.allow", { host: hosts[0]! }) : t("popup.allowAll"),
          run: () => onAllow(hosts),
        }}
      />
    );
  }
  if (tab.kind === "elsewhere" || tab.match.kind === "none")
    return <p class="here">{t("popup.elsewhere")}</p>;
  if (tab.match.kind === "available") return <p class="here">{t("popup.available")}</p>;
  if (tab.match.kind === "off") return <p class="here">{t("icon.off")}</p>;
  if (tab.match.kind === "known-show")
    return <p class="here">{t("popup.knownShow", { show: tab.match.show })}</p>;
  return (
    <div class="here">
      <p>
        {t("popup.thisPage")}: <strong>{tab.match.episode.title}</strong>
      </p>
      <label>
        <input
          type="checkbox"
          checked={isCurrentFirst}
          onChange={(event) => onCurrentFirstChange(event.currentTarget.checked)}
        />{" "}
        {t("popup.hereFirst")}
      </label>
    </div>
  );
}
