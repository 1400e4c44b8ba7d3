import { browser } from "wxt/browser";
import { sharedScope, type PanelScript } from "../../utils/extension/panel-script.ts";

/**
 * Loads the panel's script when it is first needed. It runs in the content script's isolated world, where the page's
 * Content-Security-Policy does not apply.
 */
export async function loadPanel(): Promise<PanelScript> {
  sharedScope.earmarkBrowser = browser;
  if (!sharedScope.earmarkPanel) await import(/* @vite-ignore */ browser.runtime.getURL("/panel.js"));
  if (!sharedScope.earmarkPanel) throw new Error("The panel's script did not start.");
  return sharedScope.earmarkPanel;
}
