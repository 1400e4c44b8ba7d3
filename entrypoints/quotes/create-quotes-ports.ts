import { downloadZip } from "client-zip";
import type { ExportKind, QuotesPorts } from "../../components/quotes/quotes-ports.ts";
import { copyFormattedText } from "../../utils/extension/clipboard.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import { saveFile } from "../../utils/extension/save-file.ts";
import { deleteQuote, saveQuotes } from "../../utils/extension/save-quotes.ts";
import { quoteFormat, quoteOrder, quotesChangedAt } from "../../utils/extension/settings.ts";
import { runWhenIdle, scheduleIdle } from "../../utils/library/run-when-idle.ts";
import { formatQuote } from "../../utils/quote/formats/format-quote.ts";
import { exportCsv, exportJson, exportMarkdown } from "../../utils/quote/saved/export-quotes.ts";
import { MAX_FILE_LENGTH, parseQuotes } from "../../utils/quote/saved/import-quotes.ts";
import type { SavedQuote } from "../../utils/quote/saved/saved-quotes.ts";
import { toFailure, type Result } from "../../utils/shared/result.ts";
import { loadAllQuotes } from "../../utils/store/quotes-store.ts";

const FILE_NAME = "earmark-quotes";

/** Connects the list of saved quotes to the browser, the store and the settings. */
export const createQuotesPorts = (): QuotesPorts => ({
  loadAllQuotes,
  watchQuotes: (onChange, signal) => watchSetting(quotesChangedAt, onChange, signal),
  async openQuoteSearch(quotes, signal) {
    // MiniSearch is loaded after the first screen is shown.
    const { createQuoteIndex } = await import("../../utils/library/quote-search.ts");
    const { search, indexBatch } = createQuoteIndex(quotes);
    return { search, ready: runWhenIdle(indexBatch, signal) };
  },
  scheduleIdle,
  readDefaultFormat: async () => (await quoteFormat.get()).format,
  saveOrder: (order) => quoteOrder.set(order),
  openQuote,
  async copyQuote(quote, format) {
    const settings = await quoteFormat.get();
    return copyFormattedText(formatQuote(quote, { ...settings, ...(format && { format }) }));
  },
  saveQuotes,
  deleteQuote,
  exportQuotes: (kind, quotes) => void exportQuotes(kind, quotes),
  readFile: async (file) =>
    file.size > MAX_FILE_LENGTH ? { refused: "too-large" } : parseQuotes(await file.text()),
});

const openQuote = ({ episodeId, selector }: SavedQuote): Promise<Result<null>> => {
  const { paragraph, mediaTime } = selector;
  const moment = { episode: episodeId, paragraph, seconds: mediaTime, selector };
  return sendToBackground("background.openMoment", { moment, newTab: false }).catch(() =>
    toFailure("extension-gone"),
  );
};

async function exportQuotes(kind: ExportKind, quotes: readonly SavedQuote[]): Promise<void> {
  if (kind === "json") return saveFile(document, `${FILE_NAME}.json`, new Blob([exportJson(quotes)]));
  if (kind === "csv") return saveFile(document, `${FILE_NAME}.csv`, new Blob([exportCsv(quotes)]));
  const files = exportMarkdown(quotes);
  const [only] = files;
  if (only && files.length === 1) return saveFile(document, only.name, new Blob([only.text]));
  // One download: Chromium asks the reader before a page starts several.
  const zip = downloadZip(files.map(({ name, text }) => ({ name, input: text })));
  return saveFile(document, `${FILE_NAME}.zip`, await zip.blob());
}
