import { signal } from "@preact/signals";
import { afterEach, expect, it, vi } from "vitest";
import { createOptionsModel, type OptionsPorts } from "../../../components/options/options-model.ts";
import type { Setting } from "../../../utils/extension/define-setting.ts";
import { toFailure, toSuccess } from "../../../utils/shared/result.ts";

/** A setting that is stored nowhere. */
function createSetting<T>(value: T): Setting<T> {
  const current = signal(value);
  return {
    value: current,
    ready: Promise.resolve(),
    get: async () => current.value,
    set: async (next) => void (current.value = next),
    update: async (change) => (current.value = change(current.value)),
    connect: () => undefined,
  };
}

const closed: AbortController[] = [];
afterEach(() => closed.splice(0).forEach((controller) => controller.abort()));

function createModel(changes: Partial<OptionsPorts> = {}) {
  const ports: OptionsPorts = {
    typography: createSetting({
      size: 15,
      theme: "auto",
      face: "sans",
      spacing: "normal",
      width: "normal",
    }),
    panelLayout: createSetting({ first: "tab", fullscreen: "hidden", push: false }),
    videoTranscripts: createSetting("click"),
    quoteFormat: createSetting({ format: "quote", template: "" }),
    disabledSites: createSetting({}),
    sites: [],
    measureStoredData: vi.fn(async () => ({ bytes: 10, corrections: 1, syncedEpisodes: 2 })),
    measureSavedQuotes: vi.fn(async () => ({ bytes: 5, quotes: 3 })),
    watchQuotes: () => undefined,
    deleteEverything: async () => toSuccess(null),
    refreshAllTabs: vi.fn(async () => undefined),
    readShortcuts: async () => [{ what: "Copy", shortcut: "" }],
    openShortcutSettings: async () => undefined,
    ...changes,
  };
  const controller = new AbortController();
  closed.push(controller);
  return { model: createOptionsModel(ports, controller.signal), ports };
}

it("measures settings and quotes apart, and settings again after each change", async () => {
  const { model, ports } = createModel();
  await vi.waitFor(() =>
    expect(model.storedData.value).toEqual({ bytes: 15, quotes: 3, corrections: 1, syncedEpisodes: 2 }),
  );
  vi.mocked(ports.measureStoredData).mockResolvedValue({ bytes: 20, corrections: 1, syncedEpisodes: 2 });
  await model.typography.update((old) => ({ ...old, size: 18 }));
  await vi.waitFor(() => expect(model.storedData.value.bytes).toBe(25));
  expect(ports.measureSavedQuotes).toHaveBeenCalledTimes(1);
});

it("turns sites off and on, and tells open pages", async () => {
  const { model, ports } = createModel();
  const site = "youtube.com" as Parameters<typeof model.toggleSite>[0];
  model.toggleSite(site, false);
  await vi.waitFor(() => expect(ports.refreshAllTabs).toHaveBeenCalledTimes(1));
  expect(model.disabledSites.value).toEqual({ [site]: true });
  model.toggleSite(site, true);
  await vi.waitFor(() => expect(ports.refreshAllTabs).toHaveBeenCalledTimes(2));
  expect(model.disabledSites.value).toEqual({ [site]: false });
});

it("reports whether everything was deleted", async () => {
  const { model } = createModel({ deleteEverything: async () => toFailure("quotes-broken") });
  expect(model.deletion.value).toBeNull();
  model.deleteEverything();
  await vi.waitFor(() => expect(model.deletion.value).toEqual(toFailure("quotes-broken")));
});
