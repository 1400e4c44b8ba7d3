import { i18n } from "#i18n";
import { browser } from "wxt/browser";

const MENU_ITEM_ID = "find";
/** A longer selection is no query; what is behind is left out. */
const MAX_QUERY_LENGTH = 600;

/** Puts "Find in transcripts" into the menu of selected words; the browser keeps it until the next install. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ITEM_ID, title: i18n.t("menu.find"), contexts: ["selection"] });
}

/** Calls back with the words that were selected when a reader chose it. */
export function onMenuSearch(find: (words: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === MENU_ITEM_ID && selectionText) find(selectionText.trim().slice(0, MAX_QUERY_LENGTH));
  });
}
