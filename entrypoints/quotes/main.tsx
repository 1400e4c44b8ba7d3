import { downloadZip } from "client-zip";
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { QuotesApp } from "../../components/quotes/QuotesApp.tsx";
import type { ExportKind } from "../../components/quotes/Transfer.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { t } from "../../components/ui/words.ts";
import { copyWritten } from "../../utils/extension/clipboard.ts";
import { dropQuote, keepQuotes } from "../../utils/extension/quotes.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import { ask } from "../../utils/messages.ts";
import { writeQuote } from "../../utils/quote/formats/formats.ts";
import { WRITING } from "../../utils/quote/formats/writing.ts";
import { quotesAsCsv, quotesAsJson, quotesAsMarkdown } from "../../utils/quote/saved/export.ts";
import { LARGEST_FILE, readQuotes } from "../../utils/quote/saved/import.ts";
import type { Order, SavedQuote } from "../../utils/quote/saved/saved.ts";
import { toFailure, type Result } from "../../utils/result.ts";
import { allQuotes, newestQuotes } from "../../utils/saved/store.ts";
import { quoteOrder, quotesChanged, writing } from "../../utils/settings.ts";

/** As many as a screen shows; the others are read behind them. */
const FIRST_SCREEN = 12;

const NAME = "earmark-quotes";

async function exportAs(kind: ExportKind, quotes: readonly SavedQuote[]): Promise<void> {
  if (kind === "json") saveFile(document, `${NAME}.json`, new Blob([quotesAsJson(quotes)]));
  else if (kind === "csv") saveFile(document, `${NAME}.csv`, new Blob([quotesAsCsv(quotes)]));
  else {
    const files = quotesAsMarkdown(quotes);
    const [only] = files;
    if (only && files.length === 1) saveFile(document, only.name, new Blob([only.text]));
    else {
      const zip = downloadZip(files.map(({ name, text }) => ({ name, input: text })));
      saveFile(document, `${NAME}.zip`, await zip.blob());
    }
  }
}

const open = ({ episodeId, anchor }: SavedQuote): Promise<Result<null>> => {
  const { paragraph, seconds } = anchor;
  const moment = { episode: episodeId, paragraph, seconds, anchor };
  return ask("background.open", { moment, newTab: false }).catch(() => toFailure("extension-gone"));
};

function Quotes({ kept, first }: { kept: Order; first: Result<readonly SavedQuote[]> }) {
  const [quotes, setQuotes] = useState(first);
  const [order, setOrder] = useState(kept);
  const [how, setHow] = useState(WRITING);
  useEffect(() => {
    const read = () => void allQuotes().then(setQuotes);
    void writing.getValue().then((value) => setHow({ ...WRITING, ...value }));
    // Not before the first screen is seen: ten thousand take a tenth of a second to be handed over.
    requestIdleCallback(read);
    return quotesChanged.watch(read);
  }, []);
  return (
    <QuotesApp
      quotes={quotes}
      order={order}
      onOrder={(next) => {
        setOrder(next);
        void quoteOrder.setValue(next);
      }}
      usual={how.format}
      onOpen={open}
      onCopy={(quote, format = how.format) => copyWritten(writeQuote(quote, { ...how, format }))}
      onKeep={keepQuotes}
      onRemove={dropQuote}
      onExport={(kind) => void exportAs(kind, quotes.ok ? quotes.value : [])}
      onRead={async (file) =>
        file.size > LARGEST_FILE ? { refused: "too-large" } : readQuotes(await file.text())
      }
    />
  );
}

followSystemTheme(window);
document.documentElement.lang = navigator.language;
document.title = t("quotes.title");
// Both at once, and before anything is drawn. By episode nothing can be shown before all are read.
const newest = newestQuotes(FIRST_SCREEN);
void quoteOrder.getValue().then(async (kept) => {
  const first = kept === "episode" ? await allQuotes() : await newest;
  render(<Quotes kept={kept} first={first} />, document.body);
});
