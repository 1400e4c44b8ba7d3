import { afterEach, describe, expect, it, vi } from "vitest";
import { createSearchModel, type SearchModel } from "../../../components/search/search-model.ts";
import type { SearchPorts } from "../../../components/search/search-ports.ts";
import type { CatalogEpisode } from "../../../utils/library/library-model.ts";
import type { Searcher, SearchResponse, SearchResult } from "../../../utils/search/results/searcher.ts";
import { toFailure, toSuccess } from "../../../utils/shared/result.ts";

const createEpisode = (id: string, published: string | null): CatalogEpisode => ({
  id,
  show: "A show",
  number: 1,
  title: `Title ${id}`,
  hosts: ["Host"],
  guests: ["Guest"],
  published,
  durationSeconds: null,
  language: "en",
  links: [],
  timing: "exact",
  sourceFile: `${id}.txt`,
});
const CATALOG = Array.from({ length: 12 }, (_, n) => createEpisode(`${n}`, n ? `2020-01-${n + 10}` : null));

const createResult = (episode: string, paragraph: number): SearchResult => ({
  episode,
  paragraphs: [paragraph, paragraph],
  seconds: paragraph * 1000,
  timing: "exact",
  speaker: null,
  text: "Some words",
  matches: [[0, 4]],
  score: 10 - paragraph / 100,
  progress: 0,
});
const respond = (results: SearchResult[], total = results.length): SearchResponse => ({
  results,
  total,
  partial: false,
  boilerplateCount: 0,
});

const closed: AbortController[] = [];
afterEach(() => closed.splice(0).forEach((controller) => controller.abort()));

/** A model over ports that answer at once, and the ports. */
function createModel(changes: Partial<SearchPorts> = {}, query = "") {
  const searcher: Searcher = {
    warm: async () => undefined,
    search: vi.fn(async () => respond([createResult("1", 1), createResult("1", 2), createResult("2", 3)])),
  };
  const ports: SearchPorts = {
    loadCatalog: async () => toSuccess(CATALOG),
    loadSearcher: async () => toSuccess(searcher),
    watchLibrary: () => undefined,
    watchIndexBuild: () => undefined,
    loadEpisodeSearch: vi.fn(async () => ({
      search: (typed: string) => (typed.includes("guest") ? CATALOG.map(({ id }) => id) : []),
      suggest: (typed: string) => (typed === "show:" ? [{ label: "A show", query: 'show:"A show" ' }] : []),
      ready: Promise.resolve(),
    })),
    scheduleIdle: (task) => queueMicrotask(task),
    resolveTab: null,
    requestAccess: async () => true,
    readRecentSearches: async () => ["earlier"],
    addRecentSearch: vi.fn(async (typed: string) => [typed, "earlier"]),
    clearRecentSearches: async () => undefined,
    saveLastSearch: vi.fn(async () => undefined),
    readDefaultFormat: async () => "quote" as const,
    openResult: vi.fn(async () => toSuccess(null)),
    openEpisode: vi.fn(async () => toSuccess(null)),
    copyQuote: vi.fn(async () => true),
    copyLink: async () => false,
    saveQuote: async () => toFailure("disk-full"),
    getLibraryUrl: (typed) => `/library.html#q=${typed}`,
    quotesPageUrl: "/quotes.html",
    ...changes,
  };
  const controller = new AbortController();
  closed.push(controller);
  return { model: createSearchModel(ports, controller.signal, query), ports, searcher };
}
const settle = (model: SearchModel) =>
  vi.waitFor(() => expect(model.answer.value !== null || model.hasFailed.value).toBe(true));
const listed = ({ episodes }: SearchModel) => episodes.value.episodes.map(({ id }) => id);

describe("a search that throws", () => {
  it("clears the answer before it and can be tried again", async () => {
    const { model, searcher } = createModel({}, "some");
    await settle(model);
    expect(model.answer.value!.groups).toHaveLength(2);
    vi.mocked(searcher.search).mockRejectedValueOnce(new Error("A block could not be read."));
    model.setQuery("some words");
    await vi.waitFor(() => expect(model.hasFailed.value).toBe(true));
    expect(model.answer.value).toBeNull();
    model.retry();
    await vi.waitFor(() => expect(model.answer.value).not.toBeNull());
    expect(model.hasFailed.value).toBe(false);
  });

  it("is recovered from by the next query as well", async () => {
    const { model, searcher } = createModel();
    await settle(model);
    vi.mocked(searcher.search).mockRejectedValueOnce(new Error("broken"));
    model.setQuery("a");
    await vi.waitFor(() => expect(model.hasFailed.value).toBe(true));
    model.setQuery("ab");
    await vi.waitFor(() => expect(model.hasFailed.value).toBe(false));
  });

  it("is reported where the search cannot even be opened", async () => {
    const loadSearcher = vi.fn<SearchPorts["loadSearcher"]>().mockRejectedValueOnce(new Error("broken"));
    const { model } = createModel({ loadSearcher });
    await vi.waitFor(() => expect(model.hasFailed.value).toBe(true));
  });
});

describe("answers", () => {
  it("to an earlier query never replace those to a later one", async () => {
    const { model, searcher } = createModel({}, "x");
    await settle(model);
    const { promise, resolve } = Promise.withResolvers<SearchResponse>();
    vi.mocked(searcher.search).mockReturnValueOnce(promise);
    model.setQuery("slow");
    vi.mocked(searcher.search).mockResolvedValueOnce(respond([createResult("3", 1)]));
    model.setQuery("fast");
    await vi.waitFor(() => expect(model.answer.value!.groups[0]!.episode).toBe("3"));
    resolve(respond([createResult("4", 1)]));
    await promise;
    expect(model.answer.value!.groups[0]!.episode).toBe("3");
  });

  it("grow page by page, and begin with the first page for another query", async () => {
    const many = Array.from({ length: 25 }, (_, n) => createResult("1", n));
    const { model, searcher } = createModel({}, "many");
    vi.mocked(searcher.search).mockImplementation(async () => respond(many));
    await settle(model);
    expect(model.answer.value).toMatchObject({ shownCount: 10, totalCount: 25, hasMore: true });
    model.showMore();
    await vi.waitFor(() => expect(model.answer.value!.shownCount).toBe(20));
    model.showMore();
    await vi.waitFor(() => expect(model.answer.value!.hasMore).toBe(false));
    model.setQuery("others");
    await vi.waitFor(() => expect(model.answer.value!.shownCount).toBe(10));
  });

  it("are asked for with boilerplate, and with the current page first, where the reader wants that", async () => {
    const { model, searcher } = createModel(
      { resolveTab: async () => ({ kind: "page", match: { kind: "episode", episode: CATALOG[2]! } }) },
      "words",
    );
    const getOptions = () => vi.mocked(searcher.search).mock.lastCall![1]!;
    await vi.waitFor(() => expect(getOptions().preferredEpisode).toBe("2"));
    await vi.waitFor(() => expect(model.answer.value!.groups[0]!.episode).toBe("2"));
    model.setCurrentFirst(false);
    await vi.waitFor(() => expect(getOptions().preferredEpisode).toBeNull());
    model.showBoilerplate();
    expect(getOptions().includeBoilerplate).toBe(true);
    model.setQuery("other words");
    expect(getOptions().includeBoilerplate).toBe(false);
  });
});

describe("episodes", () => {
  it("are the eight newest while nothing is typed, with a way to all", async () => {
    const { model } = createModel();
    await settle(model);
    expect(listed(model)).toEqual(["11", "10", "9", "8", "7", "6", "5", "4"]);
    expect(model.episodes.value.totalCount).toBe(12);
    model.showMoreEpisodes();
    expect(listed(model)).toHaveLength(12);
    expect(listed(model).at(-1)).toBe("0");
  });

  it("begin with those that were added last", async () => {
    const own = (id: string, added: string) => ({ ...createEpisode(id, "2010-01-01"), added });
    const catalog = [...CATALOG, own("old", "2026-01-01T10:00:00Z"), own("new", "2026-01-02T10:00:00Z")];
    const { model } = createModel({ loadCatalog: async () => toSuccess(catalog) });
    await vi.waitFor(() => expect(listed(model)).toHaveLength(8));
    expect(listed(model).slice(0, 3)).toEqual(["new", "old", "11"]);
  });

  it("are searched once the first answer is there, and limited above the moments", async () => {
    const { promise, resolve } = Promise.withResolvers<SearchResponse>();
    const { model, ports, searcher } = createModel({}, "guest");
    vi.mocked(searcher.search).mockReturnValue(promise);
    await vi.waitFor(() => expect(model.catalog.value).toHaveLength(12));
    expect(ports.loadEpisodeSearch).not.toHaveBeenCalled();
    expect(listed(model)).toEqual([]);
    resolve(respond([]));
    await vi.waitFor(() => expect(listed(model)).toEqual(["0", "1", "2"]));
    expect(model.episodes.value.totalCount).toBe(12);
    expect(ports.loadEpisodeSearch).toHaveBeenCalledTimes(1);
  });

  it("open with Enter where they are listed first, and moments otherwise", async () => {
    const { model, ports } = createModel({}, "guest");
    await vi.waitFor(() => expect(listed(model)).toHaveLength(3));
    model.openFirst(false);
    expect(ports.openEpisode).toHaveBeenCalledWith(CATALOG[0], false);
    model.setQuery("words");
    model.openFirst(true);
    expect(ports.openResult).toHaveBeenCalledWith(expect.objectContaining({ episode: "1" }), true);
  });

  it("give values for filters", async () => {
    const { model } = createModel({}, "show:");
    await vi.waitFor(() => expect(model.completions.value.map(({ label }) => label)).toEqual(["A show"]));
  });
});

describe("earlier searches", () => {
  it("are offered while nothing is typed, and grow when a search is used", async () => {
    const { model, ports } = createModel();
    await vi.waitFor(() => expect(model.recentSearches.value).toEqual(["earlier"]));
    model.setQuery("words");
    expect(model.recentSearches.value).toEqual([]);
    expect(ports.saveLastSearch).toHaveBeenCalledWith("words");
    model.openFirst(false);
    model.setQuery("");
    await vi.waitFor(() => expect(model.recentSearches.value).toEqual(["words", "earlier"]));
    model.clearRecentSearches();
    await vi.waitFor(() => expect(model.recentSearches.value).toEqual([]));
  });
});

describe("outcomes", () => {
  it("are announced, failures too", async () => {
    const { model, ports } = createModel({}, "words");
    await settle(model);
    const getOutcome = () => model.outcome.value?.outcome;
    model.copyRow({ episode: "2", paragraphs: "3-3" });
    expect(ports.copyQuote).toHaveBeenCalledWith(expect.objectContaining({ episode: "2" }), undefined);
    await vi.waitFor(() => expect(getOutcome()).toBe("quoteCopied"));
    model.copyLink(createResult("1", 1));
    await vi.waitFor(() => expect(getOutcome()).toBe("copyRefused"));
    model.save(createResult("1", 1));
    await vi.waitFor(() => expect(getOutcome()).toBe("disk-full"));
  });
});
