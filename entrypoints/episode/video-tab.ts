import { browser } from "wxt/browser";

/** What the tab does. */
interface VideoTabActions {
  /** The reader is about to click. */
  onPrepare: () => void;
  onOpen: () => void;
}

/** As the panel's own tab looks, which takes its place: see `panel.css` and `tokens.css`. The script stays small. */
const STYLES = `:host{all:initial;display:block;margin:0 0 16px}
:host([dark]){color-scheme:dark}
:host([dock]){position:fixed;z-index:9999;right:0;top:40%}
button{padding:8px 14px;background:light-dark(#fff,#16191a);color:light-dark(#1d211e,#e8ece9);border:1px solid #888;border-radius:99px;font:600 14px/1.4 system-ui;cursor:pointer}
:host([dock]) button{border-radius:12px 0 0 12px}`;

/** The column beside the video, in windows that have room for it (www.youtube.com, 2026-08). */
const COLUMN_SELECTOR = "[is-two-columns_]:not([hidden]) #secondary-inner";

/**
 * Shows a small tab on the page of a video whose transcript can be loaded. It needs no script but this one: the panel's
 * is loaded when the reader reaches for the tab, and replaces it.
 *
 * @returns a function that removes the tab.
 */
export function showVideoTab(document: Document, { onPrepare, onOpen }: VideoTabActions): () => void {
  const host = document.createElement("earmark-panel");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  shadow.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  button.className = "tab";
  button.textContent = browser.i18n.getMessage("panel_transcript" as "@@ui_locale");
  for (const name of ["pointerenter", "focus"]) button.addEventListener(name, onPrepare);
  button.addEventListener("click", onOpen);
  // The page's shortcuts act on keys: Space would pause the video.
  for (const name of ["keydown", "keypress", "keyup"])
    host.addEventListener(name, (event) => event.stopPropagation());
  shadow.append(button);
  const column = document.querySelector(COLUMN_SELECTOR);
  host.toggleAttribute("dark", document.documentElement.hasAttribute("dark"));
  host.toggleAttribute("dock", !column);
  (column ?? document.body).prepend(host);
  return () => host.remove();
}
