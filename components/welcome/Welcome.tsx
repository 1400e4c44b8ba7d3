import type { CatalogEpisode } from "../../utils/library/library-model.ts";
import type { Result } from "../../utils/shared/result.ts";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { getSiteName } from "../../utils/sites/sites.ts";
import { PrivacyNote } from "../ui/PrivacyNote.tsx";
import { t } from "../ui/i18n.ts";

interface Props {
  catalog: Result<CatalogEpisode[]> | null;
}

/** The page that opens after installation: what Earmark does, episodes to try it on, privacy. */
export function Welcome({ catalog }: Props) {
  return (
    <main>
      <div class="brand">
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <h1>{t("welcome.title")}</h1>
      </div>
      <p>{t("welcome.lead")}</p>
      <dl>
        <dt>{t("welcome.read")}</dt>
        <dd>{t("welcome.readText")}</dd>
        <dt>{t("welcome.find")}</dt>
        <dd>{t("welcome.findText")}</dd>
        <dt>{t("welcome.quote")}</dt>
        <dd>{t("welcome.quoteText")}</dd>
      </dl>
      <h2>{t("welcome.try")}</h2>
      {catalog && !catalog.ok && <Notice text={describeFailure(catalog.reason)} />}
      <ul class="episodes">
        {catalog?.ok && catalog.value.map((episode) => <Episode key={episode.id} {...episode} />)}
      </ul>
      <p>
        <a href="/options.html">{t("welcome.options")}</a>
      </p>
      <PrivacyNote />
    </main>
  );
}

function Episode({ title, show, number, hosts, guests, links }: CatalogEpisode) {
  return (
    <li>
      <p>
        <strong>{title}</strong>
      </p>
      <p class="quiet">
        {show}
        {number !== null && ` ${number}`} · {[...hosts, ...guests].join(", ")}
      </p>
      <p class="links">
        {links.map(({ site, url }) => (
          <a key={url} href={url}>
            {getSiteName(site)}
          </a>
        ))}
      </p>
    </li>
  );
}
