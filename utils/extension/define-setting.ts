import { signal, type ReadonlySignal } from "@preact/signals-core";
import { storage, type StorageItemKey } from "wxt/utils/storage";
import { ContextInvalidatedError, isContextInvalidated } from "./extension-context.ts";

/**
 * A value in the extension's storage. Every promise but `ready` rejects with `ContextInvalidatedError` once the
 * extension was updated or removed under the page.
 */
export interface Setting<T> {
  /** The newest value known here: the defaults at first, then the stored value. A choice counts before it is stored. */
  readonly value: ReadonlySignal<T>;
  /** Resolves when `value` has been read from storage, or cannot be read. Never rejects. */
  readonly ready: Promise<void>;
  /** Reads the stored value. */
  get(): Promise<T>;
  /** Replaces the stored value. */
  set(value: T): Promise<void>;
  /** Changes the stored value. Changes run one after the other; `change` must be pure, for it can be called twice. */
  update(change: (old: T) => T): Promise<T>;
  /** Reads the stored value and follows changes by other tabs and pages until `until` aborts. Never throws. */
  connect(until: AbortSignal): void;
}

/**
 * Defines a setting. Reads nothing before `ready`, `get` or `connect` is used, for most pages need few settings.
 *
 * @param defaults Used where nothing is stored. Fields missing in a stored object are taken from here.
 * @example
 * const typography = defineSetting("local:reading", { size: 15, theme: "auto" });
 * typography.connect(page.signal);
 * await typography.update((old) => ({ ...old, size: 18 }));
 */
export function defineSetting<T>(key: StorageItemKey, defaults: T): Setting<T> {
  const current = signal(defaults);
  let isLoaded = false;
  let pendingWrites = 0;
  /** Another write was reported while ours were pending; it can be older or newer than they are. */
  let hasMissedChange = false;
  let queue: Promise<unknown> = Promise.resolve();
  let ready: Promise<void> | null = null;

  /** Equal values keep their identity, so that nobody computes twice from one value. */
  const assign = (next: T) => {
    isLoaded = true;
    if (JSON.stringify(next) !== JSON.stringify(current.peek())) current.value = next;
  };
  const read = async () => mergeDefaults(defaults, await callStorage(() => storage.getItem(key)));
  const refresh = async () => {
    const stored = await read();
    if (pendingWrites === 0) assign(stored);
  };
  const load = (): Promise<void> => (ready = refresh().catch(() => undefined));

  /** Queues a write. It runs after the earlier ones, whether they succeed or fail. */
  const write = (compute: () => T | Promise<T>): Promise<T> => {
    pendingWrites++;
    const run = async () => {
      try {
        const next = await compute();
        await callStorage(() => storage.setItem(key, next));
        if (pendingWrites === 1) assign(next);
        return next;
      } finally {
        pendingWrites--;
        if (pendingWrites === 0 && hasMissedChange) {
          hasMissedChange = false;
          void refresh().catch(() => undefined);
        }
      }
    };
    const result = queue.then(run, run);
    queue = result;
    return result;
  };

  return {
    value: current,
    get ready() {
      return ready ?? load();
    },
    async get() {
      await refresh();
      return current.peek();
    },
    async set(value) {
      assign(value);
      await write(() => value);
    },
    update(change) {
      if (isLoaded) assign(change(current.peek()));
      return write(async () => change(await read()));
    },
    connect(until) {
      if (until.aborted || isContextInvalidated()) return;
      const unwatch = storage.watch(key, (stored) => {
        if (pendingWrites > 0) hasMissedChange = true;
        else assign(mergeDefaults(defaults, stored));
      });
      // Chromium 156 throws when a listener is removed from an invalidated context.
      until.addEventListener("abort", () => isContextInvalidated() || unwatch(), { once: true });
      void load();
    },
  };
}

/** Calls back after each change of a setting until `until` aborts. The value stored at first is no change. */
export function watchSetting<T>(setting: Setting<T>, onChange: (value: T) => void, until: AbortSignal): void {
  setting.connect(until);
  void setting.ready.then(() => {
    if (until.aborted) return;
    let isFirst = true;
    const stop = setting.value.subscribe((value) => {
      if (!isFirst) onChange(value);
      isFirst = false;
    });
    until.addEventListener("abort", stop, { once: true });
  });
}

/** Fills in fields that a stored object lacks. Lists and plain values replace the defaults. */
function mergeDefaults<T>(defaults: T, stored: unknown): T {
  if (stored === null || stored === undefined) return defaults;
  return isPlainObject(defaults) && isPlainObject(stored) ? { ...defaults, ...stored } : (stored as T);
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Calls the storage interface. What Chromium throws in an invalidated context becomes one kind of error. */
async function callStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw isContextInvalidated() ? new ContextInvalidatedError({ cause }) : cause;
  }
}
