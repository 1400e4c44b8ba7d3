import type { Setting } from "./define-setting.ts";

/** Changes a stored value; see `Setting.update`. */
export const updateItem = <T>(item: Setting<T>, change: (old: T) => T): Promise<T> => item.update(change);
