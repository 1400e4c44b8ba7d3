import { t } from "./i18n.ts";

/** What Earmark may see, why, and what is kept. */
export function PrivacyNote() {
  return (
    <>
      <h2>{t("sees.title")}</h2>
      <p>{t("sees.where")}</p>
      <p>{t("sees.kept")}</p>
    </>
  );
}
