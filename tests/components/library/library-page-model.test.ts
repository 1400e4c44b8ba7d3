import { signal } from "@preact/signals";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLibraryPageModel } from "../../../components/library/library-page-model.ts";
import type { LibraryPorts } from "../../../components/library/library-ports.ts";
import type { LibraryEpisode } from "../../../utils/library/library-model.ts";
import { toFailure, toSuccess } from "../../../utils/shared/result.ts";

const createEpisode = (id: string, facts: Partial<LibraryEpisode> = {}): LibraryEpisode => ({
  id,
  show: "A show",
  number: null,
  title: `Title ${id}`,
  hosts: [],
  guests: [],
  published: null,
  durationSeconds: null,
  language: "en",
  links: [],
  timing: "exact",
  ...facts,
});

const SHIPPED = createEpisode("shipped", { show: "Ölfunk", published: "2026-11-01", durationSeconds: 5 });
const EPISODES = [
  SHIPPED,
  createEpisode("own-1", { added: "2026-01-01T10:00:00Z", show: "Zoo", title: "b 10", durationSeconds: 60 }),
  createEpisode("own-2", { added: "2026-01-02T10:00:00Z", title: "b 9", durationSeconds: 90 }),
  createEpisode("own-3", { added: "2026-01-03T10:00:00Z", show: "Zoo", title: "A" }),
];

const closed: AbortController[] = [];
afterEach(() => closed.splice(0).forEach((controller) => controller.abort()));

/** A model over a library of four episodes, of which the first two are there at once. */
async function createModel(changes: Partial<LibraryPorts> = {}) {
  let episodes = EPISODES;
  let notify: () => void = () => undefined;
  const ports: LibraryPorts = {
    loadEpisodes: vi.fn(async () => ({ episodes, failure: null })),
    watchLibrary: (onChange) => (notify = onChange),
    scheduleIdle: (task) => queueMicrotask(task),
    saveOrder: vi.fn(async () => undefined),
    removeEpisodes: vi.fn(async (ids: readonly string[]) => {
      episodes = episodes.filter(({ id }) => !ids.includes(id));
      notify();
      return toSuccess(null);
    }),
    restoreEpisodes: vi.fn(async () => {
      episodes = EPISODES;
      notify();
      return toSuccess(null);
    }),
    exportEpisodes: vi.fn(async () => 1),
    measureStorage: async () => ({ library: 100, used: 200, quota: 300 }),
    ...changes,
  };
  const found = signal<readonly LibraryEpisode[] | null>(null);
  const controller = new AbortController();
  closed.push(controller);
  const first = {
    episodes: EPISODES.slice(0, 2),
    failure: null,
    order: "newest" as const,
    isComplete: false,
  };
  const model = createLibraryPageModel(ports, found, first, "de", controller.signal);
  const list = () => model.rows.value.map(({ episode }) => episode.id);
  expect(list()).toEqual(["own-1", "shipped"]);
  expect(model.totalCount.value).toBeNull();
  await vi.waitFor(() => expect(model.totalCount.value).toBe(4));
  return { model, ports, found, list, notify: () => notify() };
}

describe("the list", () => {
  it("has own episodes first, as they were added, and can be sorted by title, show and length", async () => {
    const { model, ports, list } = await createModel();
    expect(list()).toEqual(["own-3", "own-2", "own-1", "shipped"]);
    model.setOrder("title");
    expect(list()).toEqual(["own-3", "own-2", "own-1", "shipped"]);
    expect(ports.saveOrder).toHaveBeenCalledWith("title");
    model.setOrder("length");
    expect(list()).toEqual(["own-2", "own-1", "shipped", "own-3"]);
    model.setOrder("show");
    expect(list()).toEqual(["own-2", "shipped", "own-3", "own-1"]);
    expect(model.rows.value.map(({ heading }) => heading)).toEqual([
      { show: "A show", count: 1 },
      { show: "Ölfunk", count: 1 },
      { show: "Zoo", count: 2 },
      null,
    ]);
  });

  it("knows when none of the episodes are the reader's own", async () => {
    const { model } = await createModel();
    expect(model.hasNoOwn.value).toBe(false);
    model.selection.selectAll();
    model.remove();
    await vi.waitFor(() => expect(model.hasNoOwn.value).toBe(true));
  });

  it("has five of the episodes that are found, and all on demand", async () => {
    const { model, found, list } = await createModel();
    found.value = Array.from({ length: 7 }, (_, n) => createEpisode(`${n}`));
    expect(list()).toEqual(["0", "1", "2", "3", "4"]);
    expect(model.foundCount.value).toBe(7);
    model.showAllFound();
    expect(list()).toHaveLength(7);
    found.value = [SHIPPED];
    expect(list()).toEqual(["shipped"]);
  });

  it("is read once more after many changes, and tells why episodes are missing", async () => {
    const loadEpisodes = vi.fn(async () => ({ episodes: EPISODES, failure: "episodes-broken" as const }));
    const { model, notify } = await createModel({ loadEpisodes });
    await vi.waitFor(() => expect(model.storage.value).toEqual({ library: 100, used: 200, quota: 300 }));
    expect(model.failure.value).toBe("episodes-broken");
    expect(model.hasNoOwn.value).toBe(false);
    for (let n = 0; n < 10; n++) notify();
    await vi.waitFor(() => expect(loadEpisodes).toHaveBeenCalledTimes(3));
    await new Promise(setImmediate);
    expect(loadEpisodes).toHaveBeenCalledTimes(3);
  });
});

describe("the selection", () => {
  it("grows by single rows and by ranges", async () => {
    const { model } = await createModel();
    const { selection } = model;
    selection.toggle("own-2");
    selection.toggle("shipped");
    selection.toggle("shipped");
    expect([...selection.ids.value]).toEqual(["own-2"]);
    selection.toggle("own-3");
    selection.extendTo("own-1");
    expect([...selection.ids.value].toSorted()).toEqual(["own-1", "own-2", "own-3"]);
    expect(model.removableCount.value).toBe(3);
    selection.selectAll();
    expect(selection.count.value).toBe(4);
    expect(model.removableCount.value).toBe(3);
    selection.clear();
    expect(selection.count.value).toBe(0);
  });

  it("outlives a query", async () => {
    const { model, found } = await createModel();
    model.selection.toggle("own-3");
    found.value = [SHIPPED];
    model.selection.toggle("shipped");
    model.exportSelected("json");
    expect(model.selection.count.value).toBe(2);
  });
});

describe("removing", () => {
  it("takes out own episodes only, and can be undone", async () => {
    const { model, ports, list } = await createModel();
    model.selection.selectAll();
    model.remove();
    await vi.waitFor(() => expect(list()).toEqual(["shipped"]));
    expect(ports.removeEpisodes).toHaveBeenCalledWith(["own-3", "own-2", "own-1"]);
    expect([...model.selection.ids.value]).toEqual(["shipped"]);
    expect(model.removedCount.value).toBe(3);
    model.undoRemove();
    await vi.waitFor(() => expect(list()).toHaveLength(4));
    expect(model.outcome.value).toEqual({ kind: "restored" });
    expect(model.removedCount.value).toBe(0);
  });

  it("takes out the focused row where nothing is selected", async () => {
    const { model, ports, list } = await createModel();
    model.remove("shipped");
    expect(ports.removeEpisodes).not.toHaveBeenCalled();
    model.remove("own-2");
    await vi.waitFor(() => expect(list()).toEqual(["own-3", "own-1", "shipped"]));
    model.dismissUndo();
    expect(model.removedCount.value).toBe(0);
  });

  it("tells why it failed", async () => {
    const { model } = await createModel({ removeEpisodes: async () => toFailure("disk-full") });
    model.remove("own-2");
    await vi.waitFor(() => expect(model.outcome.value).toEqual({ kind: "failed", reason: "disk-full" }));
    expect(model.removedCount.value).toBe(1);
  });
});

it("exports what is selected, and tells how much of it could be read", async () => {
  const { model, ports } = await createModel();
  model.selection.toggle("own-3");
  model.selection.toggle("shipped");
  model.exportSelected("markdown");
  expect(ports.exportEpisodes).toHaveBeenCalledWith("markdown", [EPISODES[3], SHIPPED]);
  await vi.waitFor(() => expect(model.outcome.value).toEqual({ kind: "exported", count: 1, total: 2 }));
});
