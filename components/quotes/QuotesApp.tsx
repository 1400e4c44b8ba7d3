import { useEffect, useRef } from "preact/hooks";
import { Choice } from "../ui/Choice.tsx";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { t } from "../ui/i18n.ts";
import { formatDay } from "./local-day.ts";
import { QuoteItem } from "./QuoteItem.tsx";
import type { ListOrder, QuotesModel, QuotesOutcome } from "./quotes-model.ts";
import { Transfer } from "./Transfer.tsx";
import { useEndSentinel } from "./use-end-sentinel.ts";

const ORDERS: readonly (readonly [ListOrder, string])[] = [
  ["relevance", t("quotes.byRelevance")],
  ["date", t("quotes.byDate")],
  ["episode", t("quotes.byEpisode")],
];

/** The list of saved quotes: search, order, export and import. */
export function QuotesApp({ model }: { model: QuotesModel }) {
  const field = useRef<HTMLInputElement>(null);
  const [announcement, announce] = useAnnouncement();
  const end = useEndSentinel(model.showMore);
  useEffect(() => field.current?.focus(), []);
  useEffect(
    () => model.outcome.subscribe((next) => next && announce(describeQuotesOutcome(next.outcome))),
    [model, announce],
  );
  const order = model.order.value;
  const failure = model.failure.value;
  return (
    <main>
      <header class="top">
        <h1>{t("quotes.title")}</h1>
        <a href="/library.html">{t("quotes.search")}</a>
      </header>
      <SearchField field={field} label={t("quotes.find")} value={model.query.value} onType={model.setQuery} />
      <div class="tools">
        <Choice
          name="order"
          legend={t("quotes.order")}
          value={order}
          values={ORDERS.filter(([each]) => each !== "relevance" || model.hasQuery.value)}
          onChoose={model.setOrder}
        />
        <Transfer model={model} />
      </div>
      {failure && <Notice text={describeFailure(failure)} />}
      <p class="count" role="status" aria-live="polite">
        {!failure && describeCount(model.quotes.value.length, model.foundCount.value)}
      </p>
      {model.groups.value.map(({ key, quotes }) => (
        <section key={key} class="group">
          <h2>
            {order === "relevance" && t("quotes.ranked")}
            {order === "date" && formatDay(key, t("language"))}
            {order === "episode" && quotes[0]!.episode.title}
            {order === "episode" && <span class="show">{quotes[0]!.episode.show}</span>}
          </h2>
          <ul>
            {quotes.map((quote) => (
              <QuoteItem
                key={quote.id}
                quote={quote}
                defaultFormat={model.defaultFormat.value}
                hasEpisodeName={order !== "episode"}
                actions={model}
              />
            ))}
          </ul>
        </section>
      ))}
      {model.hasMore.value && (
        <button ref={end} type="button" class="more" onClick={model.showMore}>
          {t("quotes.more")}
        </button>
      )}
      {model.removed.value.length > 0 && (
        <p class="undo" role="status">
          {t("quotes.removed")}{" "}
          <button type="button" class="link" onClick={model.undoRemove}>
            {t("undo")}
          </button>
        </p>
      )}
      <p class="said" role="status" aria-live="polite">
        {announcement}
      </p>
    </main>
  );
}

function describeCount(all: number, found: number): string {
  if (!all) return t("quotes.empty");
  return found ? t("quotes.count", found) : t("quotes.nothing");
}

function describeQuotesOutcome(outcome: QuotesOutcome): string {
  switch (outcome) {
    case "copied":
      return t("quoteCopied");
    case "copyRefused":
      return t("copyRefused");
    case "restored":
      return t("quotes.restored");
    case "imported":
      return t("quotes.imported");
    default:
      return describeFailure(outcome);
  }
}
