import { expect, it } from "vitest";
import { getRowAction } from "../../../../components/panel/list/row-actions.ts";

it("reads the action of a row's button, and none of one that is unknown", () => {
  expect(getRowAction({ dataset: { action: "copy-quote" } })).toBe("copy-quote");
  for (const dataset of [{}, { action: "" }, { action: "delete-everything" }, { action: "constructor" }])
    expect(getRowAction({ dataset })).toBeNull();
});
