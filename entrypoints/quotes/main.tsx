import { downloadZip } from "client-zip";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { QuotesApp } from "../../components/quotes/QuotesApp.tsx";
import type { ExportKind } from "../../components/quotes/Transfer.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { t } from "../../components/ui/i18n.ts";
import { copyFormattedText } from "../../utils/extension/clipboard.ts";
import { deleteQuote, saveQuotes } from "../../utils/extension/save-quotes.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import { DEFAULT_QUOTE_FORMAT_SETTINGS } from "../../utils/quote/formats/quote-formats.ts";
import { exportCsv, exportJson, exportMarkdown } from "../../utils/quote/saved/export-quotes.ts";
import { MAX_FILE_LENGTH, parseQuotes } from "../../utils/quote/saved/import-quotes.ts";
import type { QuoteOrder, SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { toFailure, type Result } from "../../utils/shared/result.ts";
import { loadAllQuotes, loadNewestQuotes } from "../../utils/store/quotes-store.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import { quoteOrder, quotesChangedAt, quoteFormat } from "../../utils/extension/settings.ts";

/** As many as a screen shows; the others are read behind them. */
const FIRST_SCREEN_QUOTES = 12;

const FILE_NAME = "earmark-quotes";

async function exportQuotes(kind: ExportKind, quotes: readonly SavedQuote[]): Promise<void> {
  if (kind === "json") saveFile(document, `${FILE_NAME}.json`, new Blob([exportJson(quotes)]));
  else if (kind === "csv") saveFile(document, `${FILE_NAME}.csv`, new Blob([exportCsv(quotes)]));
  else {
    const files = exportMarkdown(quotes);
    const [only] = files;
    if (only && files.length === 1) saveFile(document, only.name, new Blob([only.text]));
    else {
      const zip = downloadZip(files.map(({ name, text }) => ({ name, input: text })));
      saveFile(document, `${FILE_NAME}.zip`, await zip.blob());
    }
  }
}

const openQuote = ({ episodeId, selector }: SavedQuote): Promise<Result<null>> => {
  const { paragraph, mediaTime } = selector;
  const moment = { episode: episodeId, paragraph, seconds: mediaTime, selector };
  return sendToBackground("background.openMoment", { moment, newTab: false }).catch(() =>
    toFailure("extension-gone"),
  );
};

function QuotesPage({ kept, first }: { kept: QuoteOrder; first: Result<readonly SavedQuote[]> }) {
  const [quotes, setQuotes] = useState(first);
  const [order, setOrder] = useState(kept);
  const [how, setHow] = useState(DEFAULT_QUOTE_FORMAT_SETTINGS);
  useEffect(() => {
    const read = () => void loadAllQuotes().then(setQuotes);
    void quoteFormat.get().then(setHow);
    // Not before the first screen is seen: ten thousand take a tenth of a second to be handed over.
    requestIdleCallback(read);
    const left = new AbortController();
    watchSetting(quotesChangedAt, read, left.signal);
    return () => left.abort();
  }, []);
  return (
    <QuotesApp
      quotes={quotes}
      order={order}
      onOrder={(next) => {
        setOrder(next);
        void quoteOrder.set(next);
      }}
      defaultFormat={how.format}
      onOpen={openQuote}
      onCopy={(quote, format = how.format) => copyFormattedText(formatQuote(quote, { ...how, format }))}
      onSave={saveQuotes}
      onRemove={deleteQuote}
      onExport={(kind) => void exportQuotes(kind, quotes.ok ? quotes.value : [])}
      onRead={async (file) =>
        file.size > MAX_FILE_LENGTH ? { refused: "too-large" } : parseQuotes(await file.text())
      }
    />
  );
}

followSystemTheme(window);
document.documentElement.lang = navigator.language;
document.title = t("quotes.title");
// Both at once, and before anything is drawn. By episode nothing can be shown before all are read.
const newest = loadNewestQuotes(FIRST_SCREEN_QUOTES);
void quoteOrder.get().then(async (kept) => {
  const first = kept === "episode" ? await loadAllQuotes() : await newest;
  render(<QuotesPage kept={kept} first={first} />, document.body);
});
