import base from "../../assets/base.css?inline";
import tokens from "../../assets/tokens.css?inline";
import { PANEL_STYLES } from "../../components/panel/panel-styles.ts";

/** Name of the element that holds the panel. A page has at most one. */
const PANEL_TAG = "earmark-panel";
const KEY_EVENTS = ["keydown", "keypress", "keyup"] as const;

/**
 * Event that tells the script of an earlier version of the extension to stop. The document is all that the worlds of
 * both versions share.
 */
const REPLACED_EVENT = "earmark-replaced";

/** The element in the page, and what belongs to it. */
interface PanelHost {
  host: HTMLElement;
  /** Element of the shadow tree to render into. */
  root: HTMLElement;
  /** Aborts when the page is left, and when a newer version of the extension replaces this one. */
  signal: AbortSignal;
}

/**
 * Creates the element that holds the panel's shadow tree, and removes it when `left` aborts. The element of an earlier
 * version of the extension is replaced.
 */
export function createPanelHost(document: Document, left: AbortSignal): PanelHost {
  for (const old of document.querySelectorAll(PANEL_TAG)) {
    old.dispatchEvent(new Event(REPLACED_EVENT));
    old.remove();
  }
  const host = document.createElement(PANEL_TAG);
  const replaced = new AbortController();
  const signal = AbortSignal.any([left, replaced.signal]);
  host.addEventListener(REPLACED_EVENT, () => replaced.abort(), { once: true });
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [tokens, base, PANEL_STYLES].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  keepKeysInside(host, document, signal);
  const root = document.createElement("div");
  root.style.height = "100%";
  shadow.append(root);
  signal.addEventListener("abort", () => host.remove(), { once: true });
  return { host, root, signal };
}

/**
 * Hides keys typed in the panel from the page, whose shortcuts they would trigger: "k" pauses a video on YouTube.
 * @see https://support.google.com/youtube/answer/7631406
 */
function keepKeysInside(host: HTMLElement, document: Document, signal: AbortSignal): void {
  for (const name of KEY_EVENTS) host.addEventListener(name, (event) => event.stopPropagation(), { signal });
  // A key can move the focus out of the panel, so that the page would receive its `keyup`.
  const pressed = new Set<string>();
  host.addEventListener("keydown", ({ code }) => pressed.add(code), { signal, capture: true });
  const onKeyUp = (event: KeyboardEvent) => {
    if (pressed.delete(event.code) && event.target !== host) event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener("keyup", onKeyUp, { signal, capture: true });
}
