/**
 * The buttons that open YouTube's own transcript: of the panel with the description, and of the description below the
 * video. Only the inner button reacts to clicks (www.youtube.com, 2026-08).
 */
const BUTTON_SELECTORS = [
  "#panels ytd-video-description-transcript-section-renderer button",
  "ytd-video-description-transcript-section-renderer button",
];
/** Panels of the page, both generations of the transcript among them. */
const PANEL_TAG = "ytd-engagement-panel-section-list-renderer";
/** In a panel that shows a transcript. */
const TRANSCRIPT_SELECTOR =
  "[target-id='engagement-panel-searchable-transcript'], [target-id='PAmodern_transcript_view'], :has([data-target-id='PAmodern_transcript_view'])";
/** A button that does not react to `click()` alone reacts to these. */
const PRESS_EVENTS = ["pointerdown", "mousedown", "pointerup", "mouseup"];

/** Finds the button that opens YouTube's own transcript; null where the page has none. */
export function findPanelButton(watch: Element | null): HTMLElement | null {
  for (const selector of BUTTON_SELECTORS) {
    const button = watch?.querySelector<HTMLElement>(selector);
    if (button) return button;
  }
  return null;
}

/** Clicks a button as a mouse does. */
export function pressButton(button: HTMLElement): void {
  for (const name of PRESS_EVENTS)
    button.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, composed: true }));
  button.click();
}

/**
 * Hides the panels of the page but keeps their layout, without which they do not fill (www.youtube.com, 2026-08).
 *
 * @returns a function that shows them again.
 */
export function hidePanel(document: Document): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${PANEL_TAG}:is(${TRANSCRIPT_SELECTOR}) {
      position: fixed !important; opacity: 0 !important; z-index: -1 !important; pointer-events: none !important;
    }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** Closes YouTube's own transcript, where it is open. */
export function closePanel(watch: Element): void {
  watch
    .querySelector<HTMLElement>(
      `${PANEL_TAG}:is(${TRANSCRIPT_SELECTOR})[visibility="ENGAGEMENT_PANEL_VISIBILITY_EXPANDED"] #visibility-button button`,
    )
    ?.click();
}
