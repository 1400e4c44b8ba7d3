import { expect, it } from "vitest";
import { updateItem } from "../../../utils/extension/update-item.ts";

/** Kept as the browser keeps things: every reading and writing takes a turn. */
function item(value: readonly string[]) {
  let fails = false;
  return {
    getValue: async () => value,
    async setValue(next: readonly string[]) {
      if (fails) throw new Error("The extension is gone.");
      value = next;
    },
    fail: (now: boolean) => (fails = now),
  };
}

it("loses no change that follows another quickly", async () => {
  const kept = item(["a"]);
  await Promise.all(["b", "c", "d"].map((one) => updateItem(kept, (old) => [...old, one])));
  expect(await kept.getValue()).toEqual(["a", "b", "c", "d"]);
});

it("tells of a change that fails, and goes on", async () => {
  const kept = item([]);
  kept.fail(true);
  await expect(updateItem(kept, () => ["lost"])).rejects.toThrow("gone");
  kept.fail(false);
  await updateItem(kept, (old) => [...old, "kept"]);
  expect(await kept.getValue()).toEqual(["kept"]);
});
