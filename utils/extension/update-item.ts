/** Something that is kept in the browser, as WXT's storage hands it out. */
export interface StorageItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
}

const pendingUpdates = new WeakMap<object, Promise<unknown>>();

/**
 * Makes something new of what is kept. It waits for the change before it, which would else be lost where one follows the
 * other quickly. Gives what is kept now; rejects when the extension is gone.
 */
export function updateItem<T>(item: StorageItem<T>, by: (old: T) => T): Promise<T> {
  const make = async () => {
    const next = by(await item.getValue());
    await item.setValue(next);
    return next;
  };
  // Whoever asked for the one before is told of its failure.
  const mine = (pendingUpdates.get(item) ?? Promise.resolve()).then(make, make);
  pendingUpdates.set(item, mine);
  return mine;
}
