import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { QuoteFormat } from "../../utils/quote/formats/quote-formats.ts";
import type { ParsedQuotes } from "../../utils/quote/saved/import-quotes.ts";
import { formatDay, getLocalDay } from "./local-day.ts";
import {
  groupFirstQuotes,
  sortSavedQuotes,
  type QuoteOrder,
  type SavedQuote,
} from "../../utils/quote/saved/saved-quotes.ts";
import type { Result } from "../../utils/shared/result.ts";
import { Choice } from "../ui/Choice.tsx";
import { describeFailure } from "../ui/describe-failure.ts";
import { Notice } from "../ui/Notice.tsx";
import { describeCopy, describeOutcome } from "../ui/describe-outcome.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { useAnnouncement } from "../ui/use-announcement.ts";
import { t } from "../ui/i18n.ts";
import { QuoteItem, type QuoteItemActions } from "./QuoteItem.tsx";
import { useIncrementalLimit } from "./use-incremental-limit.ts";
import { useFilteredQuotes } from "./use-filtered-quotes.ts";
import { Transfer, type ExportKind } from "./Transfer.tsx";

interface Props {
  /** At first the newest alone, a moment later all of them. */
  quotes: Result<readonly SavedQuote[]>;
  order: QuoteOrder;
  onOrder: (order: QuoteOrder) => void;
  /** How quotes are usually written. */
  defaultFormat: QuoteFormat;
  onOpen: (quote: SavedQuote) => Promise<Result<null>>;
  /** False when the browser refused. */
  onCopy: (quote: SavedQuote, format?: QuoteFormat) => Promise<boolean>;
  /** Keeps quotes as they are handed over, new or changed. */
  onSave: (quotes: readonly SavedQuote[]) => Promise<Result<null>>;
  onRemove: (id: string) => Promise<Result<null>>;
  onExport: (kind: ExportKind) => void;
  onRead: (file: File) => Promise<ParsedQuotes>;
}

const NO_QUOTES: readonly SavedQuote[] = [];

/** The reader's saved quotes: found, read again, noted upon, taken along. */
export function QuotesApp(props: Props) {
  const { quotes, order, onOrder, defaultFormat: usual, onSave: onKeep, onExport, onRead } = props;
  const [typed, setTyped] = useState("");
  const [removed, setRemoved] = useState<readonly SavedQuote[]>([]);
  const [said, say] = useAnnouncement();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const all = quotes.ok ? quotes.value : NO_QUOTES;
  const sorted = useMemo(() => sortSavedQuotes(all, order), [all, order]);
  const found = useFilteredQuotes(sorted, typed);
  const { limit, more } = useIncrementalLimit(`${typed}\n${order}`);
  const shown = useMemo(() => groupFirstQuotes(found, order, limit, getLocalDay), [found, order, limit]);

  const last = useRef(props);
  last.current = props;
  // Stays the same, so that a letter typed does not draw every quote anew.
  const actions = useMemo(
    (): QuoteItemActions => ({
      open: (quote) =>
        void last.current.onOpen(quote).then((done) => done.ok || say(describeFailure(done.reason))),
      copy: (quote, format) =>
        void last.current.onCopy(quote, format).then((copied) => say(describeCopy(copied, t("quoteCopied")))),
      update: (quote) =>
        void last.current
          .onSave([{ ...quote, modified: new Date().toISOString() }])
          .then((done) => done.ok || say(describeFailure(done.reason))),
      remove: (quote) =>
        void last.current.onRemove(quote.id).then((done) => {
          if (done.ok) setRemoved((before) => [...before, quote]);
          else say(describeFailure(done.reason));
        }),
    }),
    [say],
  );
  const undo = () => {
    const quote = removed.at(-1);
    if (!quote) return;
    void onKeep([quote]).then((kept) => {
      if (kept.ok) setRemoved((before) => before.filter(({ id }) => id !== quote.id));
      say(describeOutcome(kept, t("quotes.restored")));
    });
  };

  return (
    <main>
      <header class="top">
        <h1>{t("quotes.title")}</h1>
        <a href="/library.html">{t("quotes.search")}</a>
      </header>
      <SearchField field={field} label={t("quotes.find")} value={typed} onType={setTyped} />
      <div class="tools">
        <Choice
          name="order"
          legend={t("quotes.order")}
          value={order}
          values={[
            ["date", t("quotes.byDate")],
            ["episode", t("quotes.byEpisode")],
          ]}
          onChoose={onOrder}
        />
        <Transfer
          quotes={all}
          onExport={onExport}
          onRead={onRead}
          onImport={(taken) =>
            void onKeep(taken).then((kept) => say(describeOutcome(kept, t("quotes.imported"))))
          }
        />
      </div>
      {!quotes.ok && <Notice text={describeFailure(quotes.reason)} />}
      <p class="count" role="status" aria-live="polite">
        {quotes.ok && formatCount(all.length, found.length)}
      </p>
      {shown.map(({ key, quotes: own }) => (
        <section key={key} class="group">
          <h2>
            {order === "date" ? formatDay(key, t("language")) : own[0]!.episode.title}
            {order === "episode" && <span class="show">{own[0]!.episode.show}</span>}
          </h2>
          <ul>
            {own.map((quote) => (
              <QuoteItem
                key={quote.id}
                quote={quote}
                defaultFormat={usual}
                hasEpisodeName={order === "date"}
                actions={actions}
              />
            ))}
          </ul>
        </section>
      ))}
      {limit < found.length && (
        <button ref={more} type="button" class="more">
          {t("quotes.more")}
        </button>
      )}
      {removed.length > 0 && (
        <p class="undo" role="status">
          {t("quotes.removed")}{" "}
          <button type="button" class="link" onClick={undo}>
            {t("undo")}
          </button>
        </p>
      )}
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
    </main>
  );
}

function formatCount(all: number, found: number): string {
  if (!all) return t("quotes.empty");
  return found ? t("quotes.count", found) : t("quotes.nothing");
}
