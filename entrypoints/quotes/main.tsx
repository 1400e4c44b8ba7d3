import "@preact/signals";
import { render } from "preact";
import { QuotesApp } from "../../components/quotes/QuotesApp.tsx";
import { createQuotesModel } from "../../components/quotes/quotes-model.ts";
import { t } from "../../components/ui/i18n.ts";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { quoteOrder } from "../../utils/extension/settings.ts";
import { loadAllQuotes, loadNewestQuotes } from "../../utils/store/quotes-store.ts";
import { createQuotesPorts } from "./create-quotes-ports.ts";

/** Quotes that fill a screen. */
const FIRST_SCREEN_QUOTES = 12;

/** Starts the page with the first screen; the model reads the other quotes afterwards. */
async function startQuotes(): Promise<void> {
  followSystemTheme(window);
  document.documentElement.lang = navigator.language;
  document.title = t("quotes.title");
  const newest = loadNewestQuotes(FIRST_SCREEN_QUOTES);
  const order = await quoteOrder.get();
  // By episode, the first screen depends on all quotes.
  const quotes = order === "episode" ? await loadAllQuotes() : await newest;
  // The model lives as long as the page.
  const model = createQuotesModel(createQuotesPorts(), new AbortController().signal, { order, quotes });
  render(<QuotesApp model={model} />, document.body);
}

void startQuotes();
