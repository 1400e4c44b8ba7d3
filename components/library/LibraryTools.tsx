import { Choice } from "../ui/Choice.tsx";
import { formatSize } from "../ui/format-size.ts";
import { t } from "../ui/i18n.ts";
import type { LibraryPageModel } from "./library-page-model.ts";
import type { StorageUse } from "./library-ports.ts";
import type { EpisodeOrder } from "./order-episodes.ts";

const ORDERS: readonly (readonly [EpisodeOrder, string])[] = [
  ["newest", t("library.newest")],
  ["title", t("library.byTitle")],
  ["show", t("library.byShow")],
  ["length", t("library.byLength")],
];

interface Props {
  model: Pick<LibraryPageModel, "order" | "setOrder" | "totalCount" | "hasNoOwn" | "storage">;
}

/** How many episodes there are, the storage they use, and their order. */
export function LibraryTools({ model }: Props) {
  const totalCount = model.totalCount.value;
  const storage = model.storage.value;
  return (
    <div class="tools">
      <p class="amount">
        {totalCount !== null && t("library.count", totalCount)}
        {storage && ` · ${describeStorage(storage)}`}
      </p>
      {model.hasNoOwn.value && <p class="hint">{t("library.hint")}</p>}
      <Choice
        name="order"
        legend={t("quotes.order")}
        value={model.order.value}
        values={ORDERS}
        onChoose={model.setOrder}
      />
    </div>
  );
}

/** Words the storage used. */
function describeStorage({ library, used, quota }: StorageUse): string {
  const own = t("library.stored", { size: formatSize(library) });
  if (used === null || quota === null) return own;
  return `${own} · ${t("library.used", { used: formatSize(used), quota: formatSize(quota) })}`;
}
