import { browser } from "wxt/browser";
import { maintainIndex } from "../library/maintain-index.ts";
import { ownEpisodes } from "./installed-library.ts";
import { libraryRevision } from "./settings.ts";

/** Maintenance waits until what the reader asked for is done. */
const DELAY_MS = 1000;
/** A removed episode can be restored for this long at least. */
const UNDO_MS = 3_600_000;
/**
 * Chromium ends a service worker after 30 seconds without a call of an extension interface.
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
const KEEP_ALIVE_MS = 20_000;

const broken = new Set<number>();
let scheduled = false;
let running: Promise<void> = Promise.resolve();

/**
 * Schedules maintenance of the reader's episodes and their index; call it in the background only.
 * @param segments Ids of segments that proved unreadable.
 */
export function scheduleMaintenance(segments: readonly number[] = []): void {
  for (const id of segments) broken.add(id);
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    running = running.then(runMaintenance);
  }, DELAY_MS);
}

async function runMaintenance(): Promise<void> {
  const keepAlive = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_MS);
  try {
    await ownEpisodes.purge(new Date(Date.now() - UNDO_MS));
    const unreadable = new Set(broken);
    const maintained = await maintainIndex(ownEpisodes, unreadable);
    if (!maintained.ok) return;
    for (const id of unreadable) broken.delete(id);
    if (maintained.value) await libraryRevision.update((revision) => revision + 1);
  } catch (error) {
    console.warn("Earmark could not maintain its index:", error);
  } finally {
    clearInterval(keepAlive);
  }
}
