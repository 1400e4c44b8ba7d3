import { i18n } from "#i18n";
import { browser } from "wxt/browser";

const MENU_ITEM_ID = "find";
/** In characters; a longer selection is cut. */
const MAX_QUERY_LENGTH = 600;

/** Adds "Find in transcripts" to the context menu of a selection. The browser stores it until the next installation. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ITEM_ID, title: i18n.t("menu.find"), contexts: ["selection"] });
}

/** Calls back with the selected text when the reader chooses the menu item. */
export function onMenuSearch(search: (text: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === MENU_ITEM_ID && selectionText) search(selectionText.trim().slice(0, MAX_QUERY_LENGTH));
  });
}
