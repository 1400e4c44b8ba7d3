import { afterEach, describe, expect, it, vi } from "vitest";
import { createQuotesModel, type QuotesModel } from "../../../components/quotes/quotes-model.ts";
import type { QuotesPorts } from "../../../components/quotes/quotes-ports.ts";
import type { SavedQuote } from "../../../utils/quote/saved/saved-quotes.ts";
import { toFailure, toSuccess } from "../../../utils/shared/result.ts";
import { PLAIN } from "../../utils/quote/samples.ts";

const createQuote = (n: number, text = `Words of quote ${n}.`): SavedQuote => ({
  ...PLAIN,
  paragraphs: [{ speaker: null, text, heard: text, seconds: n }],
  id: `${n}`,
  episodeId: n % 2 ? "odd" : "even",
  selector: { mediaTime: n, paragraph: n } as SavedQuote["selector"],
  note: "",
  tags: [],
  created: `2026-11-${String(n).padStart(2, "0")}T10:00:00.000Z`,
  modified: "2026-11-26T10:00:00.000Z",
});
const QUOTES = Array.from({ length: 20 }, (_, n) => createQuote(n + 1));

const closed: AbortController[] = [];
afterEach(() => closed.splice(0).forEach((controller) => controller.abort()));

function createModel(changes: Partial<QuotesPorts> = {}, quotes = QUOTES) {
  let onChange: () => void = () => undefined;
  const ports: QuotesPorts = {
    loadAllQuotes: vi.fn(async () => toSuccess(quotes)),
    watchQuotes: (listener) => (onChange = listener),
    openQuoteSearch: vi.fn(async (indexed: readonly SavedQuote[]) => ({
      search: (query: string) => indexed.filter(({ id }) => query.includes(id)),
      ready: Promise.resolve(),
    })),
    scheduleIdle: (task) => queueMicrotask(task),
    readDefaultFormat: async () => "quote" as const,
    saveOrder: vi.fn(async () => undefined),
    openQuote: async () => toFailure("no-episode"),
    copyQuote: vi.fn(async () => true),
    saveQuotes: vi.fn(async () => toSuccess(null)),
    deleteQuote: vi.fn(async () => toSuccess(null)),
    exportQuotes: () => undefined,
    readFile: async () => ({ refused: "no-quotes" }),
    ...changes,
  };
  const controller = new AbortController();
  closed.push(controller);
  const first = { order: "date" as const, quotes: toSuccess(quotes.slice(-12)) };
  return { model: createQuotesModel(ports, controller.signal, first), ports, change: () => onChange() };
}
const ids = ({ groups }: QuotesModel) => groups.value.flatMap(({ quotes }) => quotes.map(({ id }) => id));
const loaded = (model: QuotesModel) => vi.waitFor(() => expect(model.quotes.value).toHaveLength(20));

describe("the list of quotes", () => {
  it("shows the first screen at once, then all page by page", async () => {
    const { model } = createModel();
    expect(ids(model)).toHaveLength(12);
    expect(ids(model)[0]).toBe("20");
    expect(model.hasMore.value).toBe(false);
    await loaded(model);
    expect(model.hasMore.value).toBe(true);
    model.showMore();
    expect(ids(model)).toHaveLength(20);
  });

  it("is ordered by date or episode, and remembers that", async () => {
    const { model, ports } = createModel();
    await loaded(model);
    model.setOrder("episode");
    expect(ports.saveOrder).toHaveBeenCalledWith("episode");
    expect(model.groups.value.map(({ key }) => key)).toEqual(["even", "odd"]);
    expect(ids(model)[0]).toBe("2");
  });

  it("is read again when quotes change elsewhere", async () => {
    const { model, ports, change } = createModel();
    await loaded(model);
    vi.mocked(ports.loadAllQuotes).mockResolvedValueOnce(toFailure("quotes-newer"));
    change();
    await vi.waitFor(() => expect(model.failure.value).toBe("quotes-newer"));
    expect(ids(model)).toEqual([]);
  });
});

describe("a query", () => {
  it("is answered by a plain scan before the index is there", async () => {
    const { model } = createModel({ scheduleIdle: () => undefined });
    model.setQuery("QUOTE 15");
    expect(ids(model)).toEqual(["15"]);
    model.setQuery("zebra");
    expect(model.foundCount.value).toBe(0);
    expect(model.groups.value).toEqual([]);
  });

  it("is answered in the order of the index, or in another that the reader chooses", async () => {
    const search = () => [QUOTES[2]!, QUOTES[8]!, QUOTES[5]!];
    const { model, ports } = createModel({
      openQuoteSearch: async () => ({ search, ready: Promise.resolve() }),
    });
    await loaded(model);
    model.setQuery("words");
    await vi.waitFor(() => expect(ids(model)).toEqual(["3", "9", "6"]));
    expect(model.order.value).toBe("relevance");
    model.setOrder("date");
    expect(ids(model)).toEqual(["9", "6", "3"]);
    model.setOrder("relevance");
    expect(ids(model)).toEqual(["3", "9", "6"]);
    expect(ports.saveOrder).toHaveBeenCalledTimes(1);
    model.setQuery("");
    expect(model.order.value).toBe("date");
    expect(model.foundCount.value).toBe(20);
  });

  it("never asks an index of quotes that have changed since", async () => {
    const { model, ports, change } = createModel();
    await loaded(model);
    await vi.waitFor(() => expect(ports.openQuoteSearch).toHaveBeenCalledTimes(2));
    vi.mocked(ports.loadAllQuotes).mockResolvedValueOnce(toSuccess([createQuote(9, "New words.")]));
    const { promise } = Promise.withResolvers<never>();
    vi.mocked(ports.openQuoteSearch).mockReturnValueOnce(promise);
    change();
    await vi.waitFor(() => expect(model.quotes.value).toHaveLength(1));
    model.setQuery("new");
    expect(ids(model)).toEqual(["9"]);
  });
});

describe("changes", () => {
  it("can be undone where a quote was removed", async () => {
    const { model, ports } = createModel();
    model.remove(QUOTES[3]!);
    await vi.waitFor(() => expect(model.removed.value).toEqual([QUOTES[3]]));
    model.undoRemove();
    await vi.waitFor(() => expect(model.removed.value).toEqual([]));
    expect(ports.saveQuotes).toHaveBeenCalledWith([QUOTES[3]]);
    expect(model.outcome.value).toEqual({ outcome: "restored" });
  });

  it("are announced where they fail", async () => {
    const { model } = createModel({ deleteQuote: async () => toFailure("quotes-broken") });
    model.remove(QUOTES[3]!);
    await vi.waitFor(() => expect(model.outcome.value).toEqual({ outcome: "quotes-broken" }));
    expect(model.removed.value).toEqual([]);
    model.open(QUOTES[3]!);
    await vi.waitFor(() => expect(model.outcome.value).toEqual({ outcome: "no-episode" }));
  });
});
