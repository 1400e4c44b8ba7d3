import { t } from "./i18n.ts";

/** Which pages Earmark can read, why, and what it stores. */
export function PrivacyNote() {
  return (
    <>
      <h2>{t("sees.title")}</h2>
      <p>{t("sees.where")}</p>
      <p>{t("sees.kept")}</p>
    </>
  );
}
