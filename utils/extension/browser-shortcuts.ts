import { browser } from "wxt/browser";

/** The keys of the whole browser that belong to Earmark: what they do, and which they are; empty where there is none. */
export async function getBrowserShortcuts(): Promise<{ what: string; shortcut: string }[]> {
  const all = await browser.commands.getAll();
  return all.flatMap(({ description, shortcut }) =>
    description ? [{ what: description, shortcut: shortcut ?? "" }] : [],
  );
}

/** Opens the browser's own page on which the keys of extensions are changed (Firefox has a call for it from 137). */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
