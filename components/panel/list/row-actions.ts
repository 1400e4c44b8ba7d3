/** What the buttons of a paragraph do. */
const ROW_ACTIONS = ["jump", "copy-quote", "set-sync-point", "open-quotes"] as const;

/** The `data-action` of a button in a paragraph. */
export type RowAction = (typeof ROW_ACTIONS)[number];

/** Reads the action of a button; null for one that names none, such as a button of a nested component. */
export function getRowAction(button: { dataset: DOMStringMap }): RowAction | null {
  const name = button.dataset["action"];
  return ROW_ACTIONS.find((action) => action === name) ?? null;
}
