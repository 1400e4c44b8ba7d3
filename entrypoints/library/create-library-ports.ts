import type { LibraryPorts, LoadedEpisodes } from "../../components/library/library-ports.ts";
import { watchSetting } from "../../utils/extension/define-setting.ts";
import { ownEpisodes } from "../../utils/extension/installed-library.ts";
import { shippedLibrary } from "../../utils/extension/packaged-library.ts";
import { sendToBackground } from "../../utils/extension/messages.ts";
import { libraryOrder, libraryRevision } from "../../utils/extension/settings.ts";
import { scheduleIdle } from "../../utils/library/run-when-idle.ts";
import { toFailure, type Result } from "../../utils/shared/result.ts";

/** Connects the library page to the browser, the store and the settings. */
export const createLibraryPorts = (): LibraryPorts => ({
  loadEpisodes: loadAllEpisodes,
  watchLibrary: (onChange, signal) => watchSetting(libraryRevision, onChange, signal),
  scheduleIdle,
  saveOrder: (order) => libraryOrder.set(order),
  removeEpisodes: (ids) => change("background.removeEpisodes", ids),
  restoreEpisodes: (ids) => change("background.restoreEpisodes", ids),
  async exportEpisodes(kind, episodes) {
    // The writers of files are loaded when they are needed.
    const { exportEpisodes } = await import("./export-episodes.ts");
    return exportEpisodes(kind, episodes);
  },
  async measureStorage() {
    const [library, { usage, quota }] = await Promise.all([
      ownEpisodes.measure(),
      navigator.storage.estimate(),
    ]);
    return { library: library.ok ? library.value : 0, used: usage ?? null, quota: quota ?? null };
  },
});

const change = (
  name: "background.removeEpisodes" | "background.restoreEpisodes",
  ids: readonly string[],
): Promise<Result<null>> =>
  sendToBackground(name, { episodes: [...ids] }).catch(() => toFailure("extension-gone"));

let newest: { revision: number; loaded: Promise<LoadedEpisodes> } | null = null;

/** Loads all episodes. List and search share one read after each change of the library. */
export async function loadAllEpisodes(): Promise<LoadedEpisodes> {
  const revision = await libraryRevision.get();
  if (newest?.revision !== revision) newest = { revision, loaded: loadEpisodes() };
  const loaded = await newest.loaded;
  // A failure is not final.
  if (loaded.failure) newest = null;
  return loaded;
}

/**
 * Loads the episodes that ship and the reader's own. Each of both remains where the other fails.
 * @param ownCount Most of the reader's own episodes, of which the newest are loaded; all where absent.
 */
export async function loadEpisodes(ownCount?: number): Promise<LoadedEpisodes> {
  const [own, shipped] = await Promise.all([
    ownEpisodes.list(ownCount === undefined ? undefined : { count: ownCount, after: null }),
    shippedLibrary.loadCatalog(),
  ]);
  return {
    episodes: [...(own.ok ? own.value : []), ...(shipped.ok ? shipped.value : [])],
    failure: own.ok ? (shipped.ok ? null : shipped.reason) : own.reason,
  };
}
