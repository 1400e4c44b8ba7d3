import { browser } from "wxt/browser";
import { sharedScope, type PanelScript } from "../../utils/extension/panel-script.ts";

/**
 * The panel's code is fetched when it is first needed, not before. It runs in this script's own world, so neither
 * the page nor its policies have a say in it.
 */
export async function loadPanel(): Promise<PanelScript> {
  sharedScope.earmarkBrowser = browser;
  if (!sharedScope.earmarkPanel) await import(/* @vite-ignore */ browser.runtime.getURL("/panel.js"));
  if (!sharedScope.earmarkPanel) throw new Error("The panel's script did not start.");
  return sharedScope.earmarkPanel;
}
