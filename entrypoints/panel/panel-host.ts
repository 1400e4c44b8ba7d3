import base from "../../assets/base.css?inline";
import tokens from "../../assets/tokens.css?inline";
import css from "./panel.css?inline";

/** The element that holds the panel in a page; one at a time. */
const PANEL_TAG = "earmark-panel";
const KEY_EVENTS = ["keydown", "keypress", "keyup"] as const;

/** Tells the run of an older version of the extension, through the one thing both can reach, that it is replaced. */
const REPLACED_EVENT = "earmark-replaced";

/** The element in the page, the root to render into, and when to stop. */
interface PanelHost {
  host: HTMLElement;
  root: HTMLElement;
  /** Aborted when the page is left, and when a newer run of the extension takes over. */
  signal: AbortSignal;
}

/**
 * Makes the element that holds our shadow tree, and removes it at the signal. One that an earlier run of the
 * extension left behind is told and removed first. Keys typed in it end here, or typing "k" would pause the video.
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
  shadow.adoptedStyleSheets = [tokens, base, css].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const name of KEY_EVENTS) host.addEventListener(name, (event) => event.stopPropagation(), { signal });
  // A key can move the focus out of the panel; then the page would see it come up.
  const down = new Set<string>();
  host.addEventListener("keydown", ({ code }) => down.add(code), { signal, capture: true });
  const onKeyUp = (event: KeyboardEvent) => {
    if (down.delete(event.code) && event.target !== host) event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener("keyup", onKeyUp, { signal, capture: true });
  const root = document.createElement("div");
  root.style.height = "100%";
  shadow.append(root);
  signal.addEventListener("abort", () => host.remove(), { once: true });
  return { host, root, signal };
}
