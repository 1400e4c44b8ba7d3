import { browser } from "wxt/browser";

/** Reads Earmark's browser-wide shortcuts; a command without keys has an empty one. */
export async function getBrowserShortcuts(): Promise<{ what: string; shortcut: string }[]> {
  const all = await browser.commands.getAll();
  return all.flatMap(({ description, shortcut }) =>
    description ? [{ what: description, shortcut: shortcut ?? "" }] : [],
  );
}

/**
 * Opens the browser's page for changing shortcuts. Firefox has a call for it from version 137
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings).
 */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
